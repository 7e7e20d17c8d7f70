using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Templates;

namespace IzzyViz.SiteGen.Pages;

/// <summary>A Markdown document in the frame of the site.</summary>
internal sealed record DocumentPage : PageModel
{
    public override string Kind => "document";

    [JsonIgnore]
    public RawHtml Body { get; init; } = RawHtml.None;

    public required ImmutableArray<Section> Sections { get; init; }

    public static DocumentPage From(SiteIndex site, Document document)
    {
        var documents = DocumentOrder.Around(site.Content.Documents, document);
        var place = documents.IndexOf(document);
        return new()
        {
            Path = document.Path,
            Heading = document.Title,
            Lead = document.Description ?? "",
            Breadcrumb = document.Path == SiteAddresses.Documents ? [] : [new("Documents", SiteAddresses.Documents), .. DocumentOrder.Above(site.Content.Documents, document)],
            Rail = Navigation.Rail(site),
            Neighbours = new() { Previous = At(place - 1), Next = At(place + 1) },
            Body = document.Body,
            Sections = document.Sections,
            Provenance = [new("Source", document.ContentHash[..16]) { IsCode = true }],
        };

        PageLink? At(int index) => index < 0 || index >= documents.Length ? null : documents[index].Link;
    }
}

/// <summary>The list of documents, where they have no index of their own.</summary>
internal sealed record DocumentListPage : PageModel
{
    public override string Kind => "documents";

    public required ImmutableArray<DocumentLine> Documents { get; init; }

    public static DocumentListPage From(SiteIndex site) => new()
    {
        Path = SiteAddresses.Documents,
        Heading = "Documents",
        Lead = $"{Words.Count(site.Content.Documents.Length, "document")} about the models, the datasets and how to read this site.",
        Rail = Navigation.Rail(site),
        Documents = [.. DocumentOrder.Top(site.Content.Documents).Select(d => new DocumentLine(d.Link, d.Description))],
    };
}

internal sealed record DocumentLine(PageLink Link, string? Description);

using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>A Markdown document, read and rendered; its links are relative to its own page already.</summary>
internal sealed record Document
{
    public required SitePath Path { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Documents are listed by order, then title.</summary>
    public int Order { get; init; }

    public required RawHtml Body { get; init; }

    /// <summary>Second-level headings: text and anchor.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>SHA-256 of the source, hex.</summary>
    public required string ContentHash { get; init; }

    public PageLink Link => new(Title, Path);
}

internal sealed record Section(string Title, string Anchor);

/// <summary>The documents of a site, and the pictures and data they need.</summary>
internal sealed record DocumentSet(ImmutableArray<Document> Documents, ImmutableArray<SiteFile> Files)
{
    public static readonly DocumentSet Empty = new([], []);
}

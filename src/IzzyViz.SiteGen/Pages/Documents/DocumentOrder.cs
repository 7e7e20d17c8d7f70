using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>
/// Which documents belong together. A folder right under <c>/docs/</c> that has an index and other documents is a section: the index stands in the
/// menu and in lists, and leads to the others.
/// </summary>
internal static class DocumentOrder
{
    public static IEnumerable<Document> Indexes(ImmutableArray<Document> documents)
    {
        var sections = documents.Where(d => Section(d) != d.Path.Folder).Select(Section).ToHashSet(StringComparer.Ordinal);
        return documents.Where(d => sections.Contains(d.Path.Folder));
    }

    /// <summary>All but those that the index of their section leads to.</summary>
    public static IEnumerable<Document> Top(ImmutableArray<Document> documents) => documents.Where(d => IndexOf(documents, d) is null);

    /// <summary>The document and those beside it, in the order of lists.</summary>
    public static ImmutableArray<Document> Around(ImmutableArray<Document> documents, Document document)
    {
        var index = IndexOf(documents, document);
        return [.. documents.Where(d => IndexOf(documents, d) == index)];
    }

    /// <summary>The way from the list of documents down to the document, without it.</summary>
    public static ImmutableArray<PageLink> Above(ImmutableArray<Document> documents, Document document) =>
        IndexOf(documents, document) is { } index ? [index.Link] : [];

    private static Document? IndexOf(ImmutableArray<Document> documents, Document document) =>
        Section(document) is var section && section != document.Path.Folder ? documents.FirstOrDefault(d => d.Path.Folder == section) : null;

    /// <summary>The folder right under <c>/docs/</c> that a document lies in or is the index of.</summary>
    private static string Section(Document document)
    {
        var folder = document.Path.Folder;
        return folder[..(folder.IndexOf('/', folder.IndexOf('/') + 1) + 1)] is { Length: > 0 } section ? section : folder;
    }
}

using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>
/// Which documents belong together. A folder right under <c>/docs/</c> that has an index and other documents is a section: the index stands in the
/// menu and in lists, and leads to the others.
/// </summary>
internal static class DocumentOrder
{
    public static IEnumerable<Document> Indexes(ImmutableArray<Document> documents) =>
        documents.Where(d => d.Path.Folder.Count(c => c == '/') == 2 && documents.Any(other => Lies(other, d)));

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

    private static Document? IndexOf(ImmutableArray<Document> documents, Document document) => Indexes(documents).FirstOrDefault(i => Lies(document, i));

    private static bool Lies(Document document, Document index) =>
        document != index && document.Path.Folder.StartsWith(index.Path.Folder, StringComparison.Ordinal);
}

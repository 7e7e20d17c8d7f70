using System.Collections.Immutable;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>What lies in the folders of documents, and where it goes: documents and pictures by themselves, data where a document links to it.</summary>
internal sealed class DocumentFiles(DocumentFolders folders)
{
    private static readonly string[] PictureExtensions = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

    private static readonly string[] DataExtensions = [".json", ".csv", ".tsv", ".npy", ".npz", ".safetensors"];

    private readonly ImmutableSortedSet<string> _names = [.. folders.Names().ToImmutableSortedSet(StringComparer.Ordinal)];

    public IEnumerable<string> Documents => _names.Where(IsDocument);

    public IEnumerable<string> Pictures => _names.Where(n => Is(n, PictureExtensions));

    public bool IsData(string name) => _names.Contains(name) && Is(name, DataExtensions);

    public string FileOf(string name) => folders.FileOf(name);

    /// <summary>Where a file goes; null for one that is not there or has no business on a site.</summary>
    public SitePath? PathOf(string name) =>
        !_names.Contains(name) ? null : IsDocument(name) ? PageOf(name) : Is(name, PictureExtensions) || IsData(name) ? CopyOf(name) : null;

    public SiteFile Copy(string name) => new(CopyOf(name), File.ReadAllBytes(FileOf(name)));

    /// <summary><c>guide/first.md</c> is <c>/docs/guide/first/</c>, and an <c>index.md</c> is its folder.</summary>
    public SitePath PageOf(string name)
    {
        var parts = folders.AddressOf(name[..^3]).ToList();
        if (parts[^1].Equals("index", StringComparison.OrdinalIgnoreCase))
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return SitePath.Page(["docs", .. parts]);
    }

    private SitePath CopyOf(string name) => SitePath.Of("docs/" + string.Join('/', folders.AddressOf(name).Select(PathSegment.Of)));

    private static bool IsDocument(string name) => Is(name, [".md"]);

    private static bool Is(string name, string[] extensions) => extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>Where links of documents lead: other documents by their file, pages of the site by an address from its root (<c>/models/…</c>), pictures, and the outside.</summary>
internal sealed class DocumentLinks(ImmutableDictionary<string, SitePath> documents, ImmutableHashSet<string> pictures)
{
    private static readonly string[] Schemes = ["https", "http", "mailto"];

    public SitePath PathOf(string name) => documents[name];

    public static SitePath PicturePath(string name) => SitePath.Of("docs/" + string.Join('/', name.Split('/').Select(PathSegment.Of)));

    /// <summary>The link as it must stand on the document's page; null, with a diagnostic, where it is refused.</summary>
    public string? Resolve(string name, string url, SourceLocation at, DiagnosticBag bag)
    {
        if (url.StartsWith('#'))
        {
            return url;
        }

        if (Scheme(url) is { } scheme)
        {
            return Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase) && !url.Any(char.IsControl) ? url : Refuse(PageDiagnostics.LinkScheme);
        }

        var hash = url.IndexOf('#');
        var (target, fragment) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        return Find(name, target) is { } path ? path.RelativeTo(PathOf(name)) + fragment : Refuse(PageDiagnostics.DocumentLink);

        string? Refuse(DiagnosticDescriptor descriptor)
        {
            bag.Add(descriptor.At(at, url));
            return null;
        }
    }

    private SitePath? Find(string name, string target)
    {
        if (target.StartsWith('/'))
        {
            var address = target[1..] + (target.EndsWith('/') ? "index.html" : "");
            return SitePath.IsValid(address) ? SitePath.Of(address) : null;
        }

        // The source tree and the site differ by a folder, so the link is followed among the sources.
        if (SitePath.IsValid(name) && SitePath.Of(name).Follow(target)?.Value is { } file)
        {
            return documents.TryGetValue(file, out var page) ? page : pictures.Contains(file) ? PicturePath(file) : null;
        }

        return null;
    }

    private static string? Scheme(string url)
    {
        var colon = url.IndexOf(':');
        return colon < 0 || url.AsSpan(0, colon).ContainsAny('/', '#', '?') ? url.StartsWith("//", StringComparison.Ordinal) ? "//" : null : url[..colon];
    }
}

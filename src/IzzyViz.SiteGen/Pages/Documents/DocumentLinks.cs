using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>Where links of documents lead: other documents by their file, pages of the site by an address from its root (<c>/models/…</c>), pictures, and the outside.</summary>
internal sealed class DocumentLinks(DocumentFiles files)
{
    private static readonly string[] Schemes = ["https", "http", "mailto"];

    private readonly SortedSet<string> _data = new(StringComparer.Ordinal);

    /// <summary>The files of data that documents have led to so far.</summary>
    public IEnumerable<string> LinkedData => _data;

    public SitePath PathOf(string name) => files.PageOf(name);

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
        if (!SitePath.IsValid(name) || SitePath.Of(name).Follow(target)?.Value is not { } file)
        {
            return null;
        }

        if (files.IsData(file))
        {
            _data.Add(file);
        }

        return files.PathOf(file);
    }

    private static string? Scheme(string url)
    {
        var colon = url.IndexOf(':');
        return colon < 0 || url.AsSpan(0, colon).ContainsAny('/', '#', '?') ? url.StartsWith("//", StringComparison.Ordinal) ? "//" : null : url[..colon];
    }
}

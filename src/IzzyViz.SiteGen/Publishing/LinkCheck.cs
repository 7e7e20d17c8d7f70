using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Pages;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>
/// Checks that every link, picture and anchor inside the site resolves. It is fed file by file while pages are staged and asked at the end, before
/// the first page is replaced, so that no page is made twice and none is kept in memory.
/// </summary>
/// <param name="elsewhere">What links into another site begin with; null where there are none.</param>
internal sealed partial class LinkCheck(string? elsewhere = null)
{
    private readonly HashSet<SitePath> _files = [];
    private readonly HashSet<(SitePath File, string Anchor)> _anchors = [];
    private readonly HashSet<(SitePath From, string Link)> _links = [];

    public void Add(SiteFile file)
    {
        _files.Add(file.Path);
        if (!file.Path.Value.EndsWith(".html", StringComparison.Ordinal))
        {
            return;
        }

        // Text never looks like an attribute here: templates encode quotes outside tags too.
        foreach (Match match in Attribute().Matches(Encoding.UTF8.GetString(file.Content.Span)))
        {
            Note(file.Path, match.Groups["name"].ValueSpan, WebUtility.HtmlDecode(match.Groups["value"].Value));
        }
    }

    public IEnumerable<Diagnostic> Broken()
    {
        foreach (var (from, link) in _links.OrderBy(l => l.From, SitePath.Order).ThenBy(l => l.Link, StringComparer.Ordinal))
        {
            if (Judge(from, link) is { } descriptor)
            {
                yield return descriptor.At(SourceLocation.None, from.Address, link);
            }
        }
    }

    [GeneratedRegex("""\s(?<name>href|src|id)=(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Attribute();

    private void Note(SitePath file, ReadOnlySpan<char> name, string value)
    {
        if (name is "id")
        {
            _anchors.Add((file, value));
        }
        else if (!IsOutside(value))
        {
            _links.Add((file, value));
        }
    }

    private DiagnosticDescriptor? Judge(SitePath from, string link)
    {
        var hash = link.IndexOf('#');
        var (path, anchor) = hash < 0 ? (link, "") : (link[..hash], Uri.UnescapeDataString(link[(hash + 1)..]));
        if ((path.Length == 0 ? from : from.Follow(path)) is not { } target || !_files.Contains(target))
        {
            return PageDiagnostics.BrokenLink;
        }

        return anchor.Length == 0 || _anchors.Contains((target, anchor)) ? null : PageDiagnostics.BrokenAnchor;
    }

    private bool IsOutside(string link) => (elsewhere is { Length: > 0 } && link.StartsWith(elsewhere, StringComparison.Ordinal)) ||
        link.StartsWith("//", StringComparison.Ordinal) || (link.IndexOf(':') is var colon and > 0 && !link.AsSpan(0, colon).ContainsAny("/#?"));
}

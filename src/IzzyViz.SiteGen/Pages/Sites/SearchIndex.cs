using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Titles and addresses of all pages as a script, because a page opened from disk may not fetch a file.</summary>
internal static class SearchIndex
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static SiteFile Write(SiteIndex site)
    {
        var lines = Entries(site).Select(e => JsonSerializer.Serialize(new[] { e.Title, e.Path.Value, e.Text }, Options));
        return SiteFile.Text(SiteAddresses.Search, $"globalThis.izzyvizIndex=[\n{string.Join(",\n", lines)}\n];\n");
    }

    private static IEnumerable<(string Title, SitePath Path, string Text)> Entries(SiteIndex site) =>
    [
        .. site.Content.Models.Select(m => (m.Id, SiteAddresses.Model(m.Id), $"model, {m.Architecture}")),
        .. site.Groups.Where(g => g.Family is not null).Select(g => (g.Family!, SiteAddresses.Model(g.Family!), $"family, {g.Size}")),
        .. site.Content.Comparisons.Select(c => new ComparisonView(site, c)).Select(v => (v.Title, v.Path, $"comparison, {v.KindWords}")),
        .. site.Slices.Select(s => (s, SiteAddresses.Slice(s), "slice")),
        .. site.Content.Statistics.Select(s => (s.Title, SiteAddresses.Definition(s.Id), "definition")),
        .. FigureKinds.All.Select(k => (k.Title, SiteAddresses.Definition(k.Id), "figure")),
        .. site.Content.Documents.Select(d => (d.Title, d.Path, "document")),
        .. site.Content.Models.SelectMany(m => site.HeadsOf(m.Id).Select(h => ($"{m.Id} / {site.NameOf(m.Id, h)}", SiteAddresses.Head(m.Id, h), "head"))),
        .. site.Content.Runs.SelectMany(r => r.Shown.Select(s => r.Table.Examples[s.Index])
            .Select(e => ($"{r.ModelId} / {e.Id}", SiteAddresses.Example(r.ModelId, r.SliceId, e.Id), $"example, {e.Text}"))),
    ];
}

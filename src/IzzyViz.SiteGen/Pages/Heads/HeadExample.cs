using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Heads;

/// <summary>An example that shows a head at its lowest, its median or its highest.</summary>
/// <param name="Rank">"lowest", "median", "highest", and "lowest drawn", "highest drawn" where one of these has no page.</param>
/// <param name="Link">Null where the example has no page.</param>
internal sealed record HeadExample(string Rank, string Id, string Text, Quantity Value, PageLink? Link, FigureView? Figure)
{
    public static ImmutableArray<HeadExample> Chosen(SiteIndex site, SitePath page, RunContent run, (HeadAddress Head, StatisticSummary Statistic) by)
    {
        (string Rank, int Index)[] ranks = [("lowest", by.Statistic.LowestExample), ("median", by.Statistic.MedianExample), ("highest", by.Statistic.HighestExample)];
        var examples = ranks.Where(r => r.Index >= 0).DistinctBy(r => r.Index).Select(r => One(site, page, run, (by.Head, by.Statistic.StatisticId, r.Rank, r.Index))).ToImmutableArray();

        // A head page without a picture says too little: where an extreme has no page, those of the drawn examples stand in for it.
        (string Rank, int Index)[] drawn = ranks.All(r => IsShown(run, r.Index)) ? [] : [.. Drawn(run, by).Where(d => !ranks.Any(r => r.Index == d.Index))];
        return [.. examples, .. drawn.Select(d => One(site, page, run, (by.Head, by.Statistic.StatisticId, d.Rank, d.Index)))];
    }

    /// <summary>Says that maps are kept of some examples only; null where every extreme is drawn.</summary>
    public static string? Note(RunContent run, StatisticSummary statistic) =>
        new[] { statistic.LowestExample, statistic.MedianExample, statistic.HighestExample }.All(index => IsShown(run, index))
            ? null
            : $"Maps are kept of the first {Words.Count(run.Shown.Length, "example")} of {run.SliceId} only; of those the lowest and the highest are drawn.";

    private static bool IsShown(RunContent run, int index) => index < 0 || run.Shown.Any(s => s.Index == index);

    private static IEnumerable<(string Rank, int Index)> Drawn(RunContent run, (HeadAddress Head, StatisticSummary Statistic) by)
    {
        var (head, statistic) = (run.Table.Heads.IndexOf(by.Head), run.Table.StatisticIds.IndexOf(by.Statistic.StatisticId));
        var defined = run.Shown.Where(s => !float.IsNaN(run.Table[s.Index, head, statistic])).OrderBy(s => run.Table[s.Index, head, statistic]).ToList();
        return defined.Count == 0 ? [] : new[] { ("lowest drawn", defined[0].Index), ("highest drawn", defined[^1].Index) }.DistinctBy(d => d.Index);
    }

    private static HeadExample One(SiteIndex site, SitePath page, RunContent run, (HeadAddress Head, string Statistic, string Rank, int Index) what)
    {
        var row = run.Table.Examples[what.Index];
        var value = run.Table[what.Index, run.Table.Heads.IndexOf(what.Head), run.Table.StatisticIds.IndexOf(what.Statistic)];
        var shown = run.Shown.FirstOrDefault(s => s.Index == what.Index);
        var map = shown?.Load().Maps.FirstOrDefault(m => m.Head == what.Head);
        return new(
            what.Rank,
            row.Id,
            row.Text,
            Quantity.Of(value, site.Statistic(what.Statistic).Unit),
            shown is null ? null : new PageLink(row.Id, SiteAddresses.Example(run.ModelId, run.SliceId, row.Id)),
            map is null ? null : PageFigures.TableLens(page, map, (what.Rank.Replace(' ', '-'), site.NameOf(run.ModelId, what.Head), false)));
    }
}

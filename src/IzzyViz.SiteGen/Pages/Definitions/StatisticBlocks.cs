using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Definitions;

/// <summary>Collects one statistic of one head over the slices its model ran over.</summary>
internal static class StatisticBlocks
{
    public static StatisticBlock Block(SiteIndex site, SitePath page, ImmutableArray<RunContent> runs, (HeadAddress Head, string Statistic) what)
    {
        var definition = site.Statistic(what.Statistic);
        var found = runs.Select(r => (Run: r, Summary: Find(r, what))).Where(f => f.Summary is not null).ToList();
        return new()
        {
            Definition = StatisticBlock.LinkTo(definition),
            Question = definition.Question,
            GrowsWithLength = definition.GrowsWithLength,
            Rows = [.. found.Select(f => StatisticRow.From(new(f.Run.SliceId, SiteAddresses.Slice(f.Run.SliceId)), f.Summary!, definition.Unit))],
            Figure = PageFigures.DotWhisker(page, definition, found.Select(f => (f.Run.SliceId, f.Summary!))),
        };
    }

    public static StatisticSummary? Find(RunContent run, (HeadAddress Head, string Statistic) what)
    {
        var head = run.Table.Heads.IndexOf(what.Head);
        return head < 0 ? null : run.Summary.Heads[head].Statistics.FirstOrDefault(s => s.StatisticId == what.Statistic);
    }
}

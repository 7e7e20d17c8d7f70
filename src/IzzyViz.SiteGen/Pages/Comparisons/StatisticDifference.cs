using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>A statistic over all heads on both sides: what changed, and each side on one scale.</summary>
internal sealed record StatisticDifference(PageLink Definition, string Question, FigureView Figure)
{
    /// <summary>Statistics that moved on some head beyond the tolerance, those with the largest effect first.</summary>
    public static ImmutableArray<StatisticDifference> Changes(ComparisonView view, (RunContent First, RunTable Second) sides, RunReview review)
    {
        var ids = Changed(review);
        return [.. ids.Select(id => Of(view, id, Changes(sides, view.Site.Statistic(id)), ($"change-{id}", ids.Length + 3)))];
    }

    /// <summary>Both sides of one statistic on one scale.</summary>
    public static ImmutableArray<StatisticDifference> Sides(ComparisonView view, (RunContent First, RunTable Second) sides, string id)
    {
        var definition = view.Site.Statistic(id);
        var (first, second) = (Means(sides.First.Table, id), Means(sides.Second, id));
        var maximum = definition.Maximum ?? first.Concat(second).Select(m => m.Mean).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return
        [
            Of(view, id, ComparisonFigures.GridOf(definition, first) with { Maximum = maximum }, ("side-first", 8)) with { Question = view.First },
            Of(view, id, ComparisonFigures.GridOf(definition, second) with { Maximum = maximum }, ("side-second", 8)) with { Question = view.Second },
        ];
    }

    public static ImmutableArray<string> Changed(RunReview review) =>
        [.. review.Heads.GroupBy(h => h.StatisticId, StringComparer.Ordinal).OrderByDescending(g => g.Max(h => h.Effect)).Select(g => g.Key)];

    public static ImmutableArray<(HeadAddress Head, double Mean)> Means(RunTable table, string id)
    {
        var summary = RunSummarizer.Summarize(table);
        var place = table.StatisticIds.IndexOf(id);
        return place < 0 ? [] : [.. summary.Heads.Select(h => (h.Head, h.Statistics[place].Mean))];
    }

    private static Figures.Grids.StatisticGrid Changes((RunContent First, RunTable Second) sides, StatisticDefinition definition)
    {
        var before = Means(sides.First.Table, definition.Id).ToDictionary(m => m.Head, m => m.Mean);
        var after = Means(sides.Second, definition.Id);
        return ComparisonFigures.Fine(ComparisonFigures.GridOf(definition, after.Where(m => before.ContainsKey(m.Head)).Select(m => (m.Head, m.Mean - before[m.Head]))) with { IsDifference = true });
    }

    private static StatisticDifference Of(ComparisonView view, string id, Figures.Grids.StatisticGrid grid, (string Slug, int Grids) what)
    {
        var definition = view.Site.Statistic(id);
        return new(StatisticBlock.LinkTo(definition), definition.Question, ComparisonFigures.Grid(view.Path, view.Plan.Sides[0].Model, grid, what));
    }
}

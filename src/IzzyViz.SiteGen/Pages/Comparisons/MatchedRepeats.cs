using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Heads;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>A statistic of matched heads: one mean per repeat.</summary>
internal sealed record MatchedValue(HeadAddress Head, string StatisticId, ImmutableArray<double> Values)
{
    public double Mean => Values.Average();

    /// <summary>Sample standard deviation over repeats (n - 1); NaN for one.</summary>
    public double Spread => Values.Length < 2 ? double.NaN : Math.Sqrt(Values.Sum(v => Math.Pow(v - Mean, 2)) / (Values.Length - 1));
}

/// <summary>Compares what matches: every statistic of every head of the first repeat and of the heads that go with it.</summary>
internal static class MatchedRepeats
{
    /// <summary>Heads of the first repeat that are matched in every other.</summary>
    public static ImmutableArray<HeadAddress> Heads(ComparisonView view) =>
        [.. view.Run(0).Table.Heads.Where(h => view.Main.Pairs.All(p => p.Matches.Any(m => m.Kind == h.Kind && m.Layer == h.Layer)))];

    public static ImmutableArray<MatchedValue> Of(ComparisonView view)
    {
        var runs = view.MainRuns;
        RunTable[] tables = [runs[0].Table, .. view.Main.Pairs.Select((p, i) => MatchFigures.Renumbered(runs[i + 1].Table, p.Matches))];
        return
        [
            .. from id in runs[0].Table.StatisticIds
               let means = tables.Select(t => StatisticDifference.Means(t, id).ToDictionary(m => m.Head, m => m.Mean)).ToArray()
               from head in Heads(view)
               let values = means.Select(m => m.GetValueOrDefault(head, double.NaN)).ToImmutableArray()
               where values.All(double.IsFinite)
               select new MatchedValue(head, id, values),
        ];
    }
}

/// <summary>One statistic over all matched heads: the mean over the repeats, and how much they differ.</summary>
internal sealed record StatisticSpread(PageLink Definition, string Question, FigureView Mean, FigureView Spread)
{
    public static ImmutableArray<StatisticSpread> Of(ComparisonView view, ImmutableArray<MatchedValue> values)
    {
        var statistics = values.GroupBy(v => v.StatisticId, StringComparer.Ordinal).ToArray();
        return [.. statistics.Select(s => Of(view, s.Key, [.. s], statistics.Length * 2))];
    }

    private static StatisticSpread Of(ComparisonView view, string id, MatchedValue[] values, int grids)
    {
        var (definition, model) = (view.Site.Statistic(id), view.Plan.Sides[0].Model);
        var mean = ComparisonFigures.GridOf(definition, values.Select(v => (v.Head, v.Mean))) with { Maximum = definition.Maximum };
        var spread = ComparisonFigures.Fine(ComparisonFigures.GridOf(definition, values.Select(v => (v.Head, v.Spread)))) with { Title = $"Spread of {char.ToLowerInvariant(definition.Title[0])}{definition.Title[1..]} over the repeats" };
        return new(
            StatisticBlock.LinkTo(definition),
            definition.Question,
            ComparisonFigures.Grid(view.Path, model, mean, ($"mean-{id}", grids)),
            ComparisonFigures.Grid(view.Path, model, spread, ($"spread-{id}", grids)));
    }
}

/// <summary>A matched head: the pattern it follows on average over the repeats, and how far that varies.</summary>
internal sealed record StableHead(PageLink Head, PageLink Pattern, Quantity Mean, Quantity Spread, Quantity Lowest, Quantity Highest)
{
    private const int Most = 64;

    public static ImmutableArray<StableHead> Of(ComparisonView view, ImmutableArray<MatchedValue> values) =>
    [
        .. values.Where(v => HeadSentence.IsPattern(v.StatisticId))
            .GroupBy(v => v.Head)
            .Select(g => g.MaxBy(v => v.Mean)!)
            .Where(v => v.Mean >= PatternWords.Notable)
            .OrderByDescending(v => v.Mean)
            .Take(Most)
            .Select(v => One(view, v)),
    ];

    private static StableHead One(ComparisonView view, MatchedValue value)
    {
        var (model, definition) = (view.Plan.Sides[0].Model, view.Site.Statistic(value.StatisticId));
        return new(
            new(view.NameOf(model, value.Head), SiteAddresses.Head(model, value.Head)),
            StatisticBlock.LinkTo(definition),
            Quantity.Of(value.Mean, definition.Unit),
            Quantity.Of(value.Spread, definition.Unit),
            Quantity.Of(value.Values.Min(), definition.Unit),
            Quantity.Of(value.Values.Max(), definition.Unit));
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Definitions;

/// <summary>One statistic of one head over one slice, as a line of a table.</summary>
internal sealed record StatisticRow
{
    public required PageLink Slice { get; init; }

    public required int Count { get; init; }

    public required int Undefined { get; init; }

    public required Quantity Mean { get; init; }

    /// <summary>95 % bootstrap interval of the mean; absent below 30 examples.</summary>
    public required Quantity IntervalLow { get; init; }

    public required Quantity IntervalHigh { get; init; }

    public required Quantity StandardDeviation { get; init; }

    public required Quantity Median { get; init; }

    public required Quantity Minimum { get; init; }

    public required Quantity Maximum { get; init; }

    public bool HasInterval => !double.IsNaN(IntervalLow.Value);

    public static StatisticRow From(PageLink slice, StatisticSummary s, string unit) => new()
    {
        Slice = slice,
        Count = s.Count,
        Undefined = s.Undefined,
        Mean = Quantity.Of(s.Mean, unit),
        IntervalLow = Quantity.Of(s.IntervalLow, unit),
        IntervalHigh = Quantity.Of(s.IntervalHigh, unit),
        StandardDeviation = Quantity.Of(s.StandardDeviation, unit),
        Median = Quantity.Of(s.Median, unit),
        Minimum = Quantity.Of(s.Minimum, unit),
        Maximum = Quantity.Of(s.Maximum, unit),
    };
}

/// <summary>A statistic of one head over every slice: the definition it links to, the picture, and the numbers beside it.</summary>
internal sealed record StatisticBlock
{
    public required PageLink Definition { get; init; }

    public required string Question { get; init; }

    public required bool GrowsWithLength { get; init; }

    public required ImmutableArray<StatisticRow> Rows { get; init; }

    public required FigureView Figure { get; init; }

    public static PageLink LinkTo(StatisticDefinition definition) => new(definition.Title, SiteAddresses.Definition(definition.Id));
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Grids;

/// <summary>One number per head of a model.</summary>
internal sealed record StatisticGrid
{
    public required string StatisticId { get; init; }

    public required string Title { get; init; }

    /// <summary>"nats", "tokens", or "share" for 0…1.</summary>
    public required string Unit { get; init; }

    /// <summary>In any order; NaN where a head has no value.</summary>
    public required ImmutableArray<StatisticCell> Cells { get; init; }

    /// <summary>End of the scale where several grids share one; the largest value if null.</summary>
    public double? Maximum { get; init; }

    /// <summary>Decimals of the numbers in cells, of shares in per cent; null for two significant ones at most.</summary>
    public int? Decimals { get; init; }

    /// <summary>Values are changes: their sign is shown by hue, and zero is neutral.</summary>
    public bool IsDifference { get; init; }
}

internal readonly record struct StatisticCell(HeadAddress Head, double Value);

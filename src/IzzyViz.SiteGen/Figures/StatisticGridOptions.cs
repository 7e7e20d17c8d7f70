using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures;

internal sealed record StatisticGridOptions
{
    public static readonly StatisticGridOptions Default = new();

    /// <summary>Made from the statistic if null.</summary>
    public string? Slug { get; init; }

    /// <summary>Addresses relative to the page of this figure; null for no links.</summary>
    public Func<HeadAddress, string>? LinkOfHead { get; init; }

    public Func<AttentionKind, int, string>? LinkOfLayer { get; init; }
}

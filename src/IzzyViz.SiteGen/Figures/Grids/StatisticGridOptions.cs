using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Grids;

internal sealed record StatisticGridOptions
{
    public static readonly StatisticGridOptions Default = new();

    /// <summary>Made from the statistic if null.</summary>
    public string? Slug { get; init; }

    /// <summary>Up to so many heads each is a link with its value printed; above, cells of one colour are one path and only layers are links.</summary>
    public int DetailLimit { get; init; } = 256;

    /// <summary>Addresses relative to the page of this figure; null for no links.</summary>
    public Func<HeadAddress, string>? LinkOfHead { get; init; }

    public Func<AttentionKind, int, string>? LinkOfLayer { get; init; }
}

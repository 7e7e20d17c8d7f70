using System.Collections.Immutable;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>What can be said of a map with a lens.</summary>
internal sealed record LensSettings
{
    public static readonly LensSettings Default = new();

    /// <summary>How many of the strongest cells enlarge their row and column.</summary>
    public int Top { get; init; } = 3;

    public double Enlargement { get; init; } = 1.8;

    public bool PrintsScores { get; init; } = true;

    public ImmutableArray<RegionBox> Regions { get; init; } = [];

    /// <summary>Regions are found; they take the place of <see cref="Regions"/>.</summary>
    public bool FindsRegions { get; init; }

    public LabelRule Labels { get; init; } = LabelRule.Default;
}

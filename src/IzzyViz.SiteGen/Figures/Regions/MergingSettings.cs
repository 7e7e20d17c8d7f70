namespace IzzyViz.SiteGen.Figures.Regions;

/// <summary>How the merging finder seeds, grows and merges.</summary>
internal sealed record MergingSettings
{
    public static readonly MergingSettings Default = new();

    /// <summary>How many regions are looked for.</summary>
    public int Count { get; init; } = 3;

    /// <summary>Seeds lie farther apart than this in rows or in columns.</summary>
    public int MinDistance { get; init; } = 2;

    /// <summary>A region may grow as long as its score stays above this share of what it was.</summary>
    public double Threshold { get; init; } = 0.9;

    /// <summary>Regions merge where the spread of the whole is at most 1/this times that of the parts; the larger, the fewer.</summary>
    public double MergeThreshold { get; init; } = 0.6;

    /// <summary>Regions with at most so large a gap are candidates for merging.</summary>
    public int Proximity { get; init; } = 2;

    /// <summary>How far one side may move at once.</summary>
    public int Steps { get; init; } = 3;
}

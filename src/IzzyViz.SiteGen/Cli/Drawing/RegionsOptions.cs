using System.Collections.Immutable;
using System.CommandLine;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Regions;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>The options of <c>draw regions</c>.</summary>
internal static class RegionsOptions
{
    private static readonly MergingSettings Defaults = MergingSettings.Default;
    private static readonly Option<RegionFinder> Finder = DrawOption.Word("--finder", "Grow regions from the strongest cells, or compare all rectangles.", RegionFinder.Merging, ("merging", RegionFinder.Merging), ("exhaustive", RegionFinder.Exhaustive));
    private static readonly Option<int> Count = DrawOption.Whole("--count", "How many regions are looked for.", Defaults.Count, least: 1);
    private static readonly Option<double> Threshold = DrawOption.Real("--threshold", "A region may grow while its score stays above this share of what it was.", Defaults.Threshold);
    private static readonly Option<int> MinDistance = DrawOption.Whole("--min-distance", "Seeds lie farther apart than this in rows or in columns.", Defaults.MinDistance);
    private static readonly Option<double> MergeThreshold = DrawOption.Real("--merge-threshold", "Regions merge where the spread of the whole is at most 1/this times that of the parts.", Defaults.MergeThreshold);
    private static readonly Option<int> Proximity = DrawOption.Whole("--proximity", "Regions with at most so large a gap may merge.", Defaults.Proximity);
    private static readonly Option<int> Steps = DrawOption.Whole("--steps", "How far one side may move at once.", Defaults.Steps, least: 1);
    private static readonly Option<bool> Label = DrawOption.Flag("--label-regions", "Number the regions by rank.");

    public static ImmutableArray<Option> All { get; } = [Finder, Count, Threshold, MinDistance, MergeThreshold, Proximity, Steps, Label];

    public static RegionsSettings Settings(DrawCall call) => new()
    {
        Finder = call.Value(Finder),
        AreLabelled = call.Value(Label),
        Merging = new()
        {
            Count = call.Value(Count),
            Threshold = call.Value(Threshold),
            MinDistance = call.Value(MinDistance),
            MergeThreshold = call.Value(MergeThreshold),
            Proximity = call.Value(Proximity),
            Steps = call.Value(Steps),
        },
    };
}

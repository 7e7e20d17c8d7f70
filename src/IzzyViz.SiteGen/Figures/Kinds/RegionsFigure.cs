using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Regions;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Blocks of a map that stand out, found and outlined.</summary>
internal static class RegionsFigure
{
    private static readonly MapWords Words = new("Regions that stand out", "Attention with Detected Regions");

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, RegionsSettings regions)
    {
        var seen = MapInput.Seen(arrays, settings);
        var map = new WeightMap(seen.Axes, seen.First);
        var spec = Words.Name(Spec(map, settings, regions), settings);
        var plate = new MapPlate(LensLayout.Of(spec));
        var figure = new Figure
        {
            Slug = "regions",
            Title = Words.Heading(settings),
            Description = Description(spec),
            HowToRead = "Each row is a token that attends, each column a token it attends to; a box is a region that stands out from the cells around it.",
            Legend = MapWords.Legend(spec, seen, Rule(regions, spec.Regions.Length)),
            Scene = plate.WithLegend(),
            StrongestCells = TopCells.Of(map, 200),
        };
        return new(figure, new([plate.Layout]) { Extra = json => WriteRegions(json, spec.Regions) });
    }

    private static MapSpec Spec(WeightMap map, MapSettings settings, RegionsSettings regions) => new()
    {
        Map = map,
        Colors = settings.IsCompatible ? MapInput.Scale(map.Visible(), settings) : new(0, LensLayout.DrawnMaximum(map), settings.Exponent),
        PrintsScores = false,
        Labels = settings.IsCompatible ? LabelRule.Default with { LongThreshold = int.MaxValue } : LabelRule.Default,
        Regions = regions.Finder == RegionFinder.Exhaustive ? ExhaustiveFinder.Find(map, settings.IsCompatible) : MergingFinder.Find(map, regions.Merging, settings.IsCompatible),
        RegionStyle = (settings.IsCompatible ? RegionStyle.Orange : RegionStyle.Default) with { IsLabelled = regions.AreLabelled },
        IsPlain = settings.IsCompatible,
    };

    private static string Rule(RegionsSettings regions, int count) => regions.Finder == RegionFinder.Exhaustive
        ? $"{count} regions: rectangles whose mean falls with every step of growth, the highest means first, none over another."
        : $"{count} regions, grown from the strongest cells while the score stays above {FigureNumber.Exponent(regions.Merging.Threshold)} of its best.";

    private static string Description(MapSpec spec)
    {
        var (queries, keys) = (spec.Map.Axes.Queries.Tokens, spec.Map.Axes.Keys.Tokens);
        var regions = spec.Regions.Take(10).Select((r, i) =>
            $"{i + 1}: rows {r.Top} to {r.Bottom} (“{queries[r.Top].Label}” to “{queries[r.Bottom].Label}”), columns {r.Left} to {r.Right} (“{keys[r.Left].Label}” to “{keys[r.Right].Label}”)");
        return $"A map of {queries.Length} rows by {keys.Length} columns with {spec.Regions.Length} regions. {string.Join("; ", regions)}.";
    }

    private static void WriteRegions(System.Text.Json.Utf8JsonWriter json, ImmutableArray<RegionBox> regions) =>
        json.WriteTuples("regions", regions.Select(r => new double[] { r.Top, r.Left, r.Bottom, r.Right }));
}

internal enum RegionFinder
{
    /// <summary>Grows regions from the strongest cells.</summary>
    Merging,

    /// <summary>Compares all rectangles.</summary>
    Exhaustive,
}

/// <summary>Which finder, and how it is to work.</summary>
internal sealed record RegionsSettings
{
    public static readonly RegionsSettings Default = new();

    public RegionFinder Finder { get; init; }

    public MergingSettings Merging { get; init; } = MergingSettings.Default;

    /// <summary>R1, R2 … by rank.</summary>
    public bool AreLabelled { get; init; }
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>
/// What maps with a mark in every cell have in common: by default long inputs are drawn as means of blocks, while the numbers are those of
/// all cells.
/// </summary>
internal static class MarkedMap
{
    public static FigureArrays Drawn(FigureArrays seen, MapSettings settings) => settings.IsCompatible ? seen : ArrayBlocks.Of(seen, MapInput.MarkLimit);

    public static MapSpec Spec(WeightMap ground, ColorScale scale, MapSettings settings) => new()
    {
        Map = ground,
        Colors = scale,
        PrintsScores = false,
        Labels = LabelRule.Default with { LongThreshold = int.MaxValue },
    };

    public static string Size(MapSpec spec) =>
        $"A map of {spec.Map.Values.Rows} attending tokens (rows) by {spec.Map.Values.Columns} tokens attended to (columns).";

    public static ImmutableArray<StrongCell> Strongest(FigureArrays arrays, Matrix values) => TopCells.Of(new WeightMap(arrays.Axes, values), 200, countsForcedRows: true);
}

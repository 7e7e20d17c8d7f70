using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>What an annotated shape says of itself.</summary>
internal static class MapData
{
    public static ImmutableArray<SceneDatum> Cell(int row, int column, params ImmutableArray<double> values) =>
        [new("row", row) { IsExact = true }, new("col", column) { IsExact = true }, new(values.Length == 1 ? "value" : "values", values) { IsExact = true }];
}

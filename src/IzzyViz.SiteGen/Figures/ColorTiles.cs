using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Grids;

namespace IzzyViz.SiteGen.Figures;

/// <summary>Cells of one colour as one path: a thousand heads are some thirty elements.</summary>
internal static class ColorTiles
{
    public static IEnumerable<SceneNode> Of(ImmutableArray<StatisticCell> cells, StatisticColors colors, Func<StatisticCell, SceneRect> boxOf) =>
        cells.GroupBy(c => colors.Fill(c.Value))
            .OrderBy(g => g.Key.Role)
            .ThenBy(g => g.Key.Index)
            .Select(g => new TilesNode([.. g.Select(boxOf).OrderBy(b => b.Y).ThenBy(b => b.X)]) { Fill = g.Key });
}

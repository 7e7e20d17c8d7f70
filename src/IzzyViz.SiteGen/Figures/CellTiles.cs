using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>A grid's cells as one path per colour level. Level 0 is the ground the others lie on; masked cells are hatched over it.</summary>
internal static class CellTiles
{
    /// <summary>Tiles per level, and behind the last level those of masked cells.</summary>
    public static ImmutableArray<ImmutableArray<Tile>> Cover(MapGrid grid, ColorScale scale)
    {
        var levels = new ushort[grid.Rows * grid.Columns];
        for (var i = 0; i < levels.Length; i++)
        {
            var value = grid[i / grid.Columns, i % grid.Columns];
            levels[i] = (ushort)(double.IsNaN(value) ? scale.Levels : scale.Level(value));
        }

        return TileCover.Of(levels, grid.Columns, scale.Levels + 1);
    }

    public static IEnumerable<SceneNode> Levels(ImmutableArray<ImmutableArray<Tile>> cover, ColorScale scale, BandScale rows, BandScale columns)
    {
        yield return new RectNode(new(0, 0, columns.Length, rows.Length)) { Fill = scale.Fill(0) };
        for (var level = 1; level < scale.Levels; level++)
        {
            yield return new TilesNode([.. cover[level].Select(t => BoxOf(t, rows, columns))]) { Fill = scale.Fill(level) };
        }
    }

    public static TilesNode Masked(ImmutableArray<ImmutableArray<Tile>> cover, BandScale rows, BandScale columns) =>
        new([.. cover[^1].Select(t => BoxOf(t, rows, columns))]) { Fill = Paint.Hatch };

    private static SceneRect BoxOf(Tile tile, BandScale rows, BandScale columns) => new(
        columns.Start(tile.Column), rows.Start(tile.Row), columns.Span(tile.Column, tile.Columns), rows.Span(tile.Row, tile.Rows));
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>A grid's cells as one path per colour level. Level 0 is the ground the others lie on; masked cells are hatched over it.</summary>
internal static class CellTiles
{
    private const byte MaskedCell = Palette.Levels;

    /// <summary>Tiles per level, and behind the last level those of masked cells.</summary>
    public static ImmutableArray<ImmutableArray<Tile>> Cover(MapGrid grid, ColorScale scale)
    {
        var levels = new byte[grid.Rows * grid.Columns];
        for (var i = 0; i < levels.Length; i++)
        {
            var value = grid[i / grid.Columns, i % grid.Columns];
            levels[i] = double.IsNaN(value) ? MaskedCell : (byte)scale.Level(value);
        }

        return TileCover.Of(levels, grid.Columns, MaskedCell + 1);
    }

    public static IEnumerable<SceneNode> Levels(ImmutableArray<ImmutableArray<Tile>> cover, BandScale rows, BandScale columns)
    {
        yield return new RectNode(new(0, 0, columns.Length, rows.Length)) { Fill = Paint.Level(0) };
        for (var level = 1; level < Palette.Levels; level++)
        {
            yield return new TilesNode([.. cover[level].Select(t => BoxOf(t, rows, columns))]) { Fill = Paint.Level(level) };
        }
    }

    public static TilesNode Masked(ImmutableArray<ImmutableArray<Tile>> cover, BandScale rows, BandScale columns) =>
        new([.. cover[MaskedCell].Select(t => BoxOf(t, rows, columns))]) { Fill = Paint.Hatch };

    private static SceneRect BoxOf(Tile tile, BandScale rows, BandScale columns) => new(
        columns.Start(tile.Column), rows.Start(tile.Row), columns.Span(tile.Column, tile.Columns), rows.Span(tile.Row, tile.Rows));
}

using CsCheck;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

public class TileCoverTests
{
    [Fact]
    public void Every_cell_is_covered_once_by_a_tile_of_its_value() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]).SelectMany((rows, columns) => Gen.UShort[0, 4].Array[rows * columns].Select(cells => (cells, columns)))
            .Sample((cells, columns) =>
            {
                var covered = Enumerable.Repeat(-1, cells.Length).ToArray();
                var cover = TileCover.Of(cells, columns, 4);
                for (var value = 0; value < 4; value++)
                {
                    foreach (var cell in cover[value].SelectMany(t => CellsOf(t, columns)))
                    {
                        Assert.Equal(-1, covered[cell]);
                        covered[cell] = value;
                    }
                }

                Assert.Equal(cells.Select(c => c < 4 ? c : -1), covered);
            });

    [Fact]
    public void Alike_neighbours_become_one_tile()
    {
        var cover = TileCover.Of([1, 1, 0, 1, 1, 0, 0, 0, 0], 3, 2);
        Assert.Equal([new Tile(0, 0, 2, 2)], cover[1]);
        Assert.Equal([new Tile(0, 2, 3, 1), new Tile(2, 0, 1, 2)], cover[0]);
    }

    private static IEnumerable<int> CellsOf(Tile tile, int columns) =>
        from row in Enumerable.Range(tile.Row, tile.Rows) from column in Enumerable.Range(tile.Column, tile.Columns) select (row * columns) + column;
}

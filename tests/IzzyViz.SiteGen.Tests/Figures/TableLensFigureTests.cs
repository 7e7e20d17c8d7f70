using System.Xml.Linq;
using CsCheck;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

public class TableLensFigureTests
{
    [Fact]
    public void Cells_have_the_level_of_their_value_and_masked_cells_none() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 8]).SelectMany((rows, columns) => Gen.Double[-0.3, 1].Array[rows * columns].Select(v => v.Chunk(columns).ToArray())).Sample(rows =>
        {
            var map = SampleMaps.Exact(rows);
            var scale = new ColorScale(0, 1, 1.5);
            var cover = CellTiles.Cover(MapGrid.Of(map), scale);
            for (var level = 0; level < Palette.Levels; level++)
            {
                foreach (var tile in cover[level])
                {
                    Assert.All(CellsOf(tile), c => Assert.True(rows[c.Row][c.Column] >= 0));
                    Assert.All(CellsOf(tile), c => Assert.Equal(level, scale.Level(map[c.Row, c.Column])));
                }
            }

            Assert.All(cover[^1].SelectMany(CellsOf), c => Assert.True(rows[c.Row][c.Column] < 0));
        });

    [Fact]
    public void Weights_in_masked_cells_change_nothing()
    {
        var axes = SampleMaps.Axes(SampleMaps.Sequence(6), isCausal: true);
        var clean = SampleMaps.Map(new(AttentionKind.Decoder, 0, 0), axes);
        var dirty = clean.Weights.ToArray();
        dirty[5] = 7;
        Assert.False(axes.Mask[0, 5]);
        Assert.Equal(
            FigureWriter.Standalone(TableLensFigure.Draw(clean, TableLensOptions.Default)),
            FigureWriter.Standalone(TableLensFigure.Draw(clean with { Weights = dirty }, TableLensOptions.Default)));
    }

    [Fact]
    public void The_reference_picture_prints_the_values_of_the_reference()
    {
        var figure = TableLensFigure.Draw(SampleMaps.Exact(ReferenceMatrix.Softmax(8, 8, isCausal: false)), TableLensOptions.Default);
        var texts = XDocument.Parse(FigureWriter.Standalone(figure)).Descendants(XName.Get("text", "http://www.w3.org/2000/svg")).Select(t => t.Value).ToArray();
        Assert.All(["0.456", "0.454", "0.443"], score => Assert.Contains(score, texts));
        Assert.Equal(["0.456", "0.454", "0.443"], figure.StrongestCells.Take(3).Select(c => FigureNumber.Score(c.Value)));
    }

    [Fact]
    public void Scores_are_not_printed_where_they_are_not_wanted_or_the_input_is_long()
    {
        Assert.DoesNotContain("f-i", FigureWriter.Inline(TableLensFigure.Draw(SampleMaps.Single(9), TableLensOptions.Default with { PrintsScores = false })).Replace("f-ink", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("f-i", FigureWriter.Inline(TableLensFigure.Draw(SampleMaps.Single(65), TableLensOptions.Default)).Replace("f-ink", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_are_means_of_the_cells_that_exist()
    {
        var map = SampleMaps.Exact([1, -1, -1], [.2, .8, -1], [.3, .3, .4]);
        var grid = MapGrid.Of(map, 2);
        Assert.Equal((2, 2), (grid.Rows, grid.Columns));
        Assert.Equal((1 + .2 + .8) / 3, grid[0, 0], 6);
        Assert.Equal(double.NaN, grid[0, 1]);
        Assert.Equal(.3, grid[1, 0], 6);
        Assert.Equal(.4, grid[1, 1], 6);
    }

    [Fact]
    public void The_legend_says_scale_exponent_mask_and_blocks()
    {
        Assert.Equal(
            "Colour is weight from 0 to 1.00, this map’s own range, exponent 1.5. Hatched cells are masked: they do not exist. A row that sees one token only is not among the strongest cells: its weight is 1 by necessity.",
            TableLensFigure.Draw(SampleMaps.Exact([1, -1], [.5, .5]), TableLensOptions.Default).Legend);
        Assert.Contains("a range shared with other maps, linear", TableLensFigure.Draw(SampleMaps.Single(5), TableLensOptions.Default with { Maximum = 1, Exponent = 1 }).Legend, StringComparison.Ordinal);
        Assert.Contains("mean of a block of 3 × 3 tokens", TableLensFigure.Draw(SampleMaps.Single(300), TableLensOptions.Default).Legend, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_weights_are_stated_not_hidden()
    {
        var map = SampleMaps.Single(3);
        var negative = map with { Weights = new float[] { 1.2f, -0.2f, 0, 0, 1, 0, 0, 0, 1 } };
        Assert.Contains("Weights below 0, down to -0.200, have the palest colour.", TableLensFigure.Draw(negative, TableLensOptions.Default).Legend, StringComparison.Ordinal);
        Assert.DoesNotContain("below 0", TableLensFigure.Draw(map, TableLensOptions.Default).Legend, StringComparison.Ordinal);
    }

    [Fact]
    public void The_strongest_cells_are_listed_up_to_200() =>
        Assert.Equal(200, TableLensFigure.Draw(SampleMaps.Single(20), TableLensOptions.Default).StrongestCells.Length);

    [Fact]
    public void One_token_is_a_picture_too()
    {
        var axes = new AttentionAxes(SampleMaps.Labelled("a"), SampleMaps.Labelled("a"), AttentionMask.Full(1, 1));
        var figure = TableLensFigure.Draw(new(new(AttentionKind.Encoder, 0, 0), axes, new float[] { 1 }), TableLensOptions.Default);
        Assert.StartsWith("<svg", FigureWriter.Standalone(figure), StringComparison.Ordinal);
        Assert.Empty(figure.StrongestCells);
    }

    [Fact]
    public void Any_labels_give_a_well_formed_picture() => Gen.Char.Array[0, 6].Select(c => new string(c)).Array[4].Sample(labels =>
    {
        var axes = SampleMaps.Axes(SampleMaps.Labelled(labels), isCausal: false);
        var svg = FigureWriter.Standalone(TableLensFigure.Draw(SampleMaps.Map(new(AttentionKind.Encoder, 0, 0), axes), TableLensOptions.Default));
        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
    });

    private static IEnumerable<(int Row, int Column)> CellsOf(Tile tile) =>
        from row in Enumerable.Range(tile.Row, tile.Rows) from column in Enumerable.Range(tile.Column, tile.Columns) select (row, column);
}

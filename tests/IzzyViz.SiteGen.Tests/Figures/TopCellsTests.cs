using CsCheck;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

public class TopCellsTests
{
    [Fact]
    public void Ties_go_to_the_upper_row_and_then_to_the_left_column()
    {
        var map = SampleMaps.Exact([.1, .5, .4], [.5, .25, .25], [0, 0, 1]);
        Assert.Equal([(2, 2), (0, 1)], Cells(map, 2));
        Assert.Equal([(2, 2), (0, 1), (1, 0), (0, 2), (1, 1)], Cells(map, 5));
    }

    [Fact]
    public void The_cells_are_those_of_the_reference_matrix() =>
        Assert.Equal([(6, 4), (3, 2), (4, 2), (7, 3), (7, 4)], Cells(SampleMaps.Exact(ReferenceMatrix.Softmax(8, 8, isCausal: false)), 5));

    [Fact]
    public void The_cells_are_those_of_the_causal_reference_matrix() =>
        Assert.Equal([(0, 0), (1, 0), (4, 2)], Cells(SampleMaps.Exact(ReferenceMatrix.Softmax(8, 8, isCausal: true)), 3, countsForcedRows: true));

    [Fact]
    public void A_row_without_a_choice_is_not_among_them_unless_asked_for()
    {
        var map = SampleMaps.Exact([1, -1, -1], [.4, .6, -1], [.2, .5, .3]);
        Assert.Equal([(1, 1), (2, 1), (1, 0)], Cells(map, 3));
        Assert.Equal([(0, 0), (1, 1), (2, 1)], Cells(map, 3, countsForcedRows: true));
        Assert.Contains("A row that sees one token only", TableLensFigure.Draw(map, TableLensOptions.Default).Legend, StringComparison.Ordinal);
        Assert.DoesNotContain("one token only", TableLensFigure.Draw(map, TableLensOptions.Default with { CountsForcedRows = true }).Legend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_without_any_choice_enlarges_nothing()
    {
        var figure = TableLensFigure.Draw(SampleMaps.Exact([1, -1], [-1, 1]), TableLensOptions.Default);
        Assert.Empty(figure.StrongestCells);
    }

    [Fact]
    public void There_are_exactly_as_many_as_asked_for_where_so_many_exist()
    {
        var flat = SampleMaps.Exact([.25, .25, .25, .25], [.25, .25, .25, .25]);
        Assert.Equal([(0, 0), (0, 1), (0, 2)], Cells(flat, 3));
        Assert.Equal(8, Cells(flat, 99).Length);
        Assert.Empty(Cells(flat, 0));
    }

    [Fact]
    public void Masked_cells_are_never_among_them()
    {
        var map = SampleMaps.Exact([1, -1, -1], [0, 1, -1], [0, 0, 1]);
        Assert.Equal([(0, 0), (1, 1), (2, 2), (1, 0), (2, 0), (2, 1)], Cells(map, 9, countsForcedRows: true));
    }

    [Fact]
    public void The_order_is_that_of_sorting_all_cells() => Gen.Int[0, 4].Array[12].Sample(values =>
    {
        var rows = values.Select(v => v / 4.0).Chunk(4).ToArray();
        var sorted = Enumerable.Range(0, 12).OrderByDescending(i => values[i]).ThenBy(i => i).Select(i => (i / 4, i % 4)).Take(5);
        Assert.Equal(sorted, Cells(SampleMaps.Exact(rows), 5));
    });

    private static (int, int)[] Cells(Analysis.Summaries.AttentionMap map, int count, bool countsForcedRows = false) =>
        [.. TopCells.Of(map, count, countsForcedRows).Select(c => (c.Row, c.Column))];
}

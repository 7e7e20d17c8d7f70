using IzzyViz.SiteGen.Figures;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

/// <summary>What people see, kept as files: look at the picture before accepting a change.</summary>
public class GoldenFigureTests
{
    [Fact]
    public void Table_lens_of_an_encoder() =>
        Match("table-lens-encoder", TableLensFigure.Draw(SampleMaps.Exact(ReferenceMatrix.Softmax(8, 8, isCausal: false)), TableLensOptions.Default));

    [Fact]
    public void Table_lens_of_a_decoder() => Match("table-lens-decoder", TableLensFigure.Draw(SampleMaps.Single(10, isCausal: true), TableLensOptions.Default));

    [Fact]
    public void Table_lens_of_cross_attention() => Match("table-lens-cross", TableLensFigure.Draw(SampleMaps.Cross(6, 9)[1], TableLensOptions.Default));

    [Fact]
    public void Table_lens_of_a_long_input() => Match("table-lens-long", TableLensFigure.Draw(SampleMaps.Single(80, isCausal: true), TableLensOptions.Default));

    [Fact]
    public void Table_lens_of_blocks() => Match("table-lens-blocks", TableLensFigure.Draw(SampleMaps.Single(300), TableLensOptions.Default));

    [Fact]
    public void Table_lens_in_every_script() => Match("table-lens-scripts", TableLensFigure.Draw(SampleMaps.OfMixed(), TableLensOptions.Default));

    [Fact]
    public void Table_lens_from_right_to_left() => Match("table-lens-arabic", TableLensFigure.Draw(SampleMaps.OfArabic(), TableLensOptions.Default));

    [Fact]
    public void All_heads_of_two_kinds() =>
        Match("all-heads", AllHeadsFigure.Draw([.. SampleMaps.Encoder(8), .. SampleMaps.Decoder(6)], AllHeadsOptions.Default));

    [Fact]
    public void Grid_of_a_statistic() => Match("grid", StatisticGridFigure.Draw(SampleStatistics.Grid(3, 4), StatisticGridOptions.Default));

    [Fact]
    public void Grid_of_changes() =>
        Match("grid-change", StatisticGridFigure.Draw(SampleStatistics.Changes(3, 4), StatisticGridOptions.Default));

    [Fact]
    public void Strip_of_a_statistic() => Match("strip", LayerStripFigure.Draw(SampleStatistics.Grid(3, 4), "strip"));

    [Fact]
    public void Statistic_by_slice() => Match("by-slice", DotWhiskerFigure.Draw(SampleStatistics.PreviousToken, SampleStatistics.Slices()));

    [Fact]
    public void Lengths_of_a_slice() => Match("lengths", LengthHistogramFigure.Draw(SampleStatistics.Lengths(60, 40), "lengths"));

    [Fact]
    public void One_example_through_the_layers() => Match("layer-path", LayerPathFigure.Draw(SampleStatistics.Paths(), "path"));

    [Fact]
    public void The_same_figure_in_a_page() =>
        Match("all-heads-inline", FigureWriter.Inline(AllHeadsFigure.Draw(SampleMaps.Encoder(5), AllHeadsOptions.Default with { LinkOf = h => $"../heads/{h.Short}.html" })));

    private static void Match(string name, Figure figure) => Match(name, FigureWriter.Standalone(figure));

    private static void Match(string name, string svg) => Golden.Match(svg, $"Figures/Goldens/{name}.svg", typeof(GoldenFigureTests).Assembly);
}

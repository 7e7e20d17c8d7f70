using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Comparisons;
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
    public void Difference_of_two_maps() =>
        Match("map-difference", MapDifferenceFigure.Draw(new(SampleMaps.Single(10, isCausal: true), SampleMaps.Single(10, isCausal: true, head: 2)), new("difference", "one", "two")));

    [Fact]
    public void Statistics_over_checkpoints() => Match("over-steps", StepLinesFigure.Draw(
        [
            new(new("induction", "Induction", "share"), [new("L0H0", 0, [0.02, 0.05, 0.04, 0.06]), new("L1H1", 1, [0.02, 0.1, 0.8, 0.95]), new("L1H0", 1, [double.NaN, 0.1, 0.12, 0.1])]),
            new(new("entropy", "Entropy", "nats"), [new("L0H0", 0, [2, 1.8, 1.5, 1.4])]),
        ],
        new("step", ["0", "200", "300", "1000"], [0, 200, 300, 1000]),
        "over-steps"));

    [Fact]
    public void Distances_between_heads() => Match("head-pairs", HeadPairsFigure.Draw(
        [
            new("Layer 0", ["H0", "H1"], ["H0", "H1"], [0.6, 0.1, 0.2, 0.7]) { Marked = [1, 0] },
            new("Layer 1", ["H0", "H1"], ["H0", "H1"], [0.3, 0.4, double.NaN, 0.5]) { Marked = [0, 1] },
        ],
        new("head-pairs", "Heads of one against heads of two", "one", "two") { Mark = "the match" }));

    [Fact]
    public void Heads_across_models() => Match("map-sheet", MapSheetFigure.Draw(
        [
            new("L0H0", [SampleMaps.Single(7, isCausal: true, head: 0), SampleMaps.Single(7, isCausal: true, head: 1)]),
            new("L0H1", [SampleMaps.Single(7, isCausal: true, head: 2), SampleMaps.Single(7, isCausal: true, head: 3)]),
        ],
        new("sheet", "One example through the checkpoints", ["step 0", "step 10"])));

    [Fact]
    public void The_same_figure_in_a_page() =>
        Match("all-heads-inline", FigureWriter.Inline(AllHeadsFigure.Draw(SampleMaps.Encoder(5), AllHeadsOptions.Default with { LinkOf = h => $"../heads/{h.Short}.html" })));

    private static void Match(string name, Figure figure) => Match(name, FigureWriter.Standalone(figure));

    private static void Match(string name, string svg) => Golden.Match(svg, $"Figures/Goldens/{name}.svg", typeof(GoldenFigureTests).Assembly);
}

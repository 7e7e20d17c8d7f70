using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Html.Parser;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Slices;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

public class OtherFiguresTests
{
    [Fact]
    public void A_grid_prints_every_value_and_hatches_what_has_none()
    {
        var grid = SampleStatistics.Grid(3, 4);
        var options = StatisticGridOptions.Default with { LinkOfHead = h => h.Short, LinkOfLayer = (_, layer) => $"L{layer}" };
        var html = new HtmlParser().ParseDocument(FigureWriter.Inline(StatisticGridFigure.Draw(grid, options)));
        var cells = html.QuerySelectorAll("a").Where(a => a.GetAttribute("href")!.Contains('H')).ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.Equal(12, cells.Count);
        Assert.All(grid.Cells.Where(c => !double.IsNaN(c.Value)), c => Assert.Equal(GridWords.Value(c.Value, grid.Unit, false), cells[c.Head.Short].Trim()));
        Assert.Equal("L1H2: no value", cells["L1H2"].Trim());
        Assert.Equal(["L0", "L1", "L2"], html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => !h.Contains('H')));
    }

    [Fact]
    public void Ten_grids_of_a_large_model_fit_on_one_page()
    {
        var svg = FigureWriter.Inline(StatisticGridFigure.Draw(SampleStatistics.Grid(32, 32), StatisticGridOptions.Default with { LinkOfHead = h => h.Short }));
        Assert.InRange(svg.Count(c => c == '<') / 2, 60, 400);
        Assert.InRange(svg.Length, 1000, 60_000);
    }

    [Theory]
    [InlineData(0.714, "nats", false, "0.71")]
    [InlineData(-0.714, "nats", false, "−0.71")]
    [InlineData(0.714, "nats", true, "+0.71")]
    [InlineData(0.001, "nats", true, "0.00")]
    [InlineData(-0.001, "nats", true, "0.00")]
    [InlineData(9.996, "nats", false, "10.0")]
    [InlineData(123.4, "tokens", false, "123")]
    [InlineData(double.NaN, "nats", false, "–")]
    [InlineData(0.714, "share", false, "71\u00a0%")]
    [InlineData(0.714, "share", true, "+71")]
    [InlineData(-0.714, "share", true, "−71")]
    [InlineData(-0.001, "share", true, "0")]
    [InlineData(double.NaN, "share", false, "–")]
    public void Values_are_short_shares_are_per_cent_and_changes_are_signed(double value, string unit, bool isDifference, string expected) =>
        Assert.Equal(expected, GridWords.Value(value, unit, isDifference));

    [Theory]
    [InlineData(0.885, 0.005, "share", "88.5\u00a0%")]
    [InlineData(0.89, 0.005, "share", "89.0\u00a0%")]
    [InlineData(0.25, 0.05, "share", "25\u00a0%")]
    [InlineData(2.5, 0.5, "nats", "2.5")]
    [InlineData(40, 20, "tokens", "40")]
    [InlineData(1e-17, 0.05, "share", "0")]
    public void Neighbouring_ticks_never_read_the_same(double value, double step, string unit, string expected) =>
        Assert.Equal(expected, FigureNumber.Step(value, step, unit));

    [Fact]
    public void Kinds_of_attention_have_their_own_plots_under_their_own_heading()
    {
        ImmutableArray<ImmutableArray<double>> layers = [[0.1, 0.2], [0.3, 0.4]];
        var paths = new[] { "Encoder self-attention", "Cross-attention" }.Select(kind => new LayerPath(SampleStatistics.PreviousToken, layers) { Kind = kind });
        var figure = LayerPathFigure.Draw([.. paths], "kinds");
        var headings = figure.Scene.Nodes.OfType<TextNode>().ToList();
        Assert.Equal(["Encoder self-attention", "Cross-attention"], headings.Select(h => h.Text));
        Assert.True(headings[1].At.Y > figure.Scene.Nodes.OfType<GroupNode>().First().Placement!.Value.Y + 84);
    }

    [Theory]
    [InlineData(0.5, 1, "0.50")]
    [InlineData(0.035, 0.07, "0.035")]
    [InlineData(120, 250, "120")]
    [InlineData(0, 0.001, "0")]
    [InlineData(0.0012, 0.0024, "0.0012")]
    [InlineData(0.005, 0.005, "0.0050")]
    [InlineData(0.000012, 0.000024, "1.2e-5")]
    public void Ticks_have_as_many_decimals_as_their_scale_needs(double value, double limit, string expected) =>
        Assert.Equal(expected, FigureNumber.Tick(value, limit));

    [Fact]
    public void Lengths_are_counted_in_bars_of_a_round_width()
    {
        var bins = LengthBins.Of([3, 4, 4, 9, 61], 28);
        Assert.Equal((5, 0), (bins.Width, bins.First));
        Assert.Equal([3, 1, .. Enumerable.Repeat(0, 10), 1], bins.Counts);
        Assert.Equal(1, LengthBins.Of([3, 4, 4, 9], 28).Width);
        Assert.Equal([0], LengthBins.Of([], 28).Counts);
    }

    [Fact]
    public void Small_slices_show_every_example_and_large_ones_an_interval()
    {
        var html = new HtmlParser().ParseDocument(FigureWriter.Inline(DotWhiskerFigure.Draw(SampleStatistics.PreviousToken, SampleStatistics.Slices())));
        Assert.Equal(6, html.QuerySelectorAll("circle.s-c0").Length);
        Assert.Equal(3, html.QuerySelectorAll("line.s-c0").Length);
        Assert.Contains("71.0\u00a0% (68.0\u00a0% to 74.0\u00a0%), n = 64", html.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("no value", html.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statistic_that_has_no_value_anywhere_has_no_axis()
    {
        var none = new StatisticSummary { StatisticId = "previous-token", Count = 0, Undefined = 4 };
        var html = new HtmlParser().ParseDocument(FigureWriter.Inline(DotWhiskerFigure.Draw(SampleStatistics.PreviousToken, [new("reviews/all", none), new("reviews/odd", none)])));
        Assert.Empty(html.QuerySelectorAll("line"));
        Assert.Equal(["reviews/all", "no value", "reviews/odd", "no value"], html.QuerySelectorAll("text").Select(t => t.TextContent));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    public void Changes_fit_their_cells_with_room_between_neighbours(int heads)
    {
        var html = new HtmlParser().ParseDocument(FigureWriter.Inline(StatisticGridFigure.Draw(SampleStatistics.Changes(2, heads) with { Decimals = 3 }, StatisticGridOptions.Default)));
        var (size, cell) = (heads > 16 ? 10 : 11, html.QuerySelectorAll("rect[width]").Max(r => double.Parse(r.GetAttribute("width")!, CultureInfo.InvariantCulture)));
        var numbers = html.QuerySelectorAll("text").Select(t => t.TextContent).Where(t => t.Contains('.', StringComparison.Ordinal)).ToList();
        Assert.Contains(numbers, t => t.StartsWith('−') && t.Length == 6);
        Assert.All(numbers.Where(t => t.Length == 6), t => Assert.InRange(TextMeasure.Width(t, new(size)), 1, cell - 4));
    }

    [Fact]
    public void Empty_input_draws_an_empty_picture()
    {
        Assert.NotEmpty(FigureWriter.Standalone(LengthHistogramFigure.Draw([], "none")));
        Assert.NotEmpty(FigureWriter.Standalone(DotWhiskerFigure.Draw(SampleStatistics.PreviousToken, [])));
        var nothing = new StatisticGrid { StatisticId = "x", Title = "X", Unit = "share", Cells = [new(new(AttentionKind.Encoder, 0, 0), double.NaN)] };
        Assert.EndsWith("none has a value.", StatisticGridFigure.Draw(nothing, StatisticGridOptions.Default).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flat_statistic_is_drawn_with_finite_numbers()
    {
        ImmutableArray<ImmutableArray<double>> zeros = [[0, 0], [0, 0]];
        Assert.NotEmpty(FigureWriter.Standalone(LayerPathFigure.Draw([new(SampleStatistics.PreviousToken, zeros)], "flat")));
        var same = new StatisticGrid { StatisticId = "x", Title = "X", Unit = "share", Cells = [new(new(AttentionKind.Encoder, 0, 0), 0)] };
        Assert.NotEmpty(FigureWriter.Standalone(StatisticGridFigure.Draw(same, StatisticGridOptions.Default)));
    }

    [Fact]
    public void A_strip_has_a_cell_per_head_in_few_elements()
    {
        var svg = FigureWriter.Inline(LayerStripFigure.Draw(SampleStatistics.Grid(12, 12), "strip"));
        Assert.Equal(144, svg.Split("<path")[1..].Sum(p => p.Count(c => c is 'm' or 'M')) - (svg.Contains("<pattern", StringComparison.Ordinal) ? 3 : 0));
        Assert.InRange(svg.Split("<path").Length, 2, Palette.Levels + 4);
    }
}

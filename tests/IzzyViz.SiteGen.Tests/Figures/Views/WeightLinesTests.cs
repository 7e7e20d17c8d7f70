using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Views;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Views;

public class WeightLinesTests
{
    [Fact]
    public void Of_more_heads_than_colours_those_with_the_clearest_lines_are_drawn_and_counted()
    {
        var sharp = SampleMaps.Exact([1, 0, 0], [0, 1, 0], [0, 0, 1]);
        var flat = SampleMaps.Exact([0.34, 0.33, 0.33], [0.33, 0.34, 0.33], [0.33, 0.33, 0.34]);
        var maps = Enumerable.Range(0, 12).Select(i => (i % 3 == 1 ? flat : sharp) with { Head = new(AttentionKind.Encoder, 0, i) }).ToImmutableArray();
        Assert.Equal([0, 2, 3, 5, 6, 8, 9, 11], ClearestHeads.Of(maps, 8).Select(m => m.Head.Head));
        Assert.StartsWith("Of 12 heads the 8 whose tokens put most weight on a single key are drawn.", HeadViewFigure.Draw(maps, HeadViewOptions.Default).Legend, StringComparison.Ordinal);
    }

    private static readonly AttentionMap Small = SampleMaps.Exact([0.9, 0.05, 0.05], [0.3, 0.7, -1], [0.2, 0.2, 0.6]);

    [Fact]
    public void Drawn_and_dropped_cells_are_all_that_exist()
    {
        var lines = WeightLines.Of([Small], new(0.25, 100));
        Assert.Equal([0.3, 0.6, 0.7, 0.9], lines.Drawn.Select(l => Math.Round(l.Weight, 6)));
        Assert.Equal(4, lines.Dropped);
        Assert.Equal(0.5 / 3, lines.DroppedShare, 6);
        Assert.StartsWith("Drawn are the 4 lines of weight 0.25 and above; 4 weaker cells with 17\u00a0% of the weight", lines.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, false, 0.1)]
    [InlineData(20, true, 0.02)]
    [InlineData(64, true, 0.1)]
    public void Every_line_of_the_picture_is_a_cell_and_every_cell_is_drawn_or_counted(int tokens, bool isCausal, double floor)
    {
        var maps = (isCausal ? SampleMaps.Decoder(tokens) : SampleMaps.Encoder(tokens))[..4];
        var lines = WeightLines.Of(maps, new(floor, int.MaxValue));
        var cells = maps.Sum(m => Enumerable.Range(0, tokens).Sum(m.Axes.Mask.VisibleCount));
        Assert.Equal(cells, lines.Drawn.Length + lines.Dropped);
        var picture = new HtmlParser().ParseDocument(FigureWriter.Inline(HeadViewFigure.Draw(maps, HeadViewOptions.Default with { Floor = floor })));
        var drawn = picture.QuerySelectorAll("path").Where(p => p.ClassName!.StartsWith("s-c", StringComparison.Ordinal)).Sum(p => p.GetAttribute("d")!.Count(c => c is 'm' or 'M'));
        Assert.Equal(lines.Drawn.Length, drawn);
        Assert.InRange(picture.QuerySelectorAll("path").Length, 1, (4 * LineLevels.Count) + LineLevels.Count);
    }

    [Fact]
    public void The_floor_rises_until_there_are_few_enough_lines_and_says_so()
    {
        var lines = WeightLines.Of(SampleMaps.Encoder(30), new(0.01, 200));
        Assert.InRange(lines.Drawn.Length, 1, 200);
        Assert.True(lines.Floor > 0.01);
        Assert.All(lines.Drawn, l => Assert.True(l.Weight >= lines.Floor));
        Assert.Contains($"of weight {FigureNumber.Plain(lines.Floor)} and above", lines.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_of_zero_is_no_line() => Assert.Equal(2, WeightLines.Of([SampleMaps.Exact([1, 0], [0, 1])], new(0, 10)).Drawn.Length);

    [Fact]
    public void A_row_is_drawn_until_it_holds_its_share()
    {
        var lines = MassLines.Of(Small, 0.7, 100);
        Assert.Equal([(0, 0), (1, 1), (2, 0), (2, 2)], lines.Drawn.Select(l => (l.Query, l.Key)).Order());
        Assert.Equal(4, lines.Dropped);
        Assert.Equal((0.1 + 0.3 + 0.2) / 3, lines.DroppedShare, 6);
    }

    [Fact]
    public void Received_weight_is_a_mean_over_those_that_can_see() =>
        Assert.Equal([1.4 / 3, 0.95 / 3, 0.65 / 2], ReceivedWeight.Of(Small), (a, b) => Math.Abs(a - b) < 1e-6);
}

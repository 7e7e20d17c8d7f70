using System.Text;
using AngleSharp.Html.Parser;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures;

public class AllHeadsFigureTests
{
    private static readonly AllHeadsOptions Linked = AllHeadsOptions.Default with { LinkOf = head => $"heads/{head.Short}.html" };

    [Theory]
    [InlineData(24, 12, 12)]
    [InlineData(64, 12, 12)]
    [InlineData(128, 12, 12)]
    [InlineData(300, 12, 12)]
    [InlineData(64, 32, 32)]
    public void Large_models_stay_within_the_weight_of_a_page(int tokens, int layers, int heads)
    {
        var svg = FigureWriter.Inline(AllHeadsFigure.Draw(SampleMaps.Model(AttentionKind.Decoder, layers, heads, tokens), Linked));
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 0, 900_000);
        Assert.InRange(svg.Count(c => c == '<') / 2, 0, 12_000);
    }

    [Fact]
    public void Every_head_is_a_link_with_a_name()
    {
        var html = new HtmlParser().ParseDocument(FigureWriter.Inline(AllHeadsFigure.Draw(SampleMaps.Encoder(7), Linked)));
        var links = html.QuerySelectorAll("a");
        Assert.Equal(["L0H0", "L0H1", "L0H2", "L0H3", "L1H0", "L1H1", "L1H2", "L1H3"], links.Select(l => l.GetAttribute("href")![6..^5]));
        Assert.Equal("Head L1H3", links[^1].GetAttribute("aria-label"));
    }

    [Fact]
    public void Names_tell_the_kinds_apart_where_there_are_several()
    {
        var svg = FigureWriter.Inline(AllHeadsFigure.Draw([.. SampleMaps.Encoder(5), .. SampleMaps.Cross(4, 5)], Linked));
        Assert.Contains("aria-label=\"Head enc.L1H3\"", svg, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Head cross.L1H3\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_cover_every_visible_cell_above_level_0_once()
    {
        var grid = MapGrid.Of(SampleMaps.Single(13, isCausal: true));
        var scale = new ColorScale(0, grid.Maximum, 0.5);
        var levels = new int[13, 13];
        var runs = LevelRuns.Of(grid, scale);
        foreach (var (run, level) in runs.SelectMany((r, level) => r.Select(run => (run, level))))
        {
            for (var column = run.Column; column < run.Column + run.Length; column++)
            {
                Assert.Equal(0, levels[run.Row, column]);
                levels[run.Row, column] = level;
            }
        }

        for (var i = 0; i < 169; i++)
        {
            var value = grid[i / 13, i % 13];
            Assert.Equal(double.IsNaN(value) ? 0 : scale.Level(value), levels[i / 13, i % 13]);
        }
    }

    [Fact]
    public void One_scale_holds_for_all_heads()
    {
        var maps = SampleMaps.Encoder(9);
        var largest = maps.Max(m => m.Weights.ToArray().Max());
        Assert.Contains($"from 0 to {FigureNumber.Tick(largest, largest)}, one scale for all heads", AllHeadsFigure.Draw(maps, Linked).Legend, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_are_stated_where_maps_are_long() =>
        Assert.Contains("mean of a block of 7 × 7 tokens", AllHeadsFigure.Draw(SampleMaps.Encoder(300), Linked).Legend, StringComparison.Ordinal);

    [Fact]
    public void The_order_of_the_maps_does_not_matter()
    {
        var maps = SampleMaps.Decoder(6);
        Assert.Equal(FigureWriter.Inline(AllHeadsFigure.Draw(maps, Linked)), FigureWriter.Inline(AllHeadsFigure.Draw([.. maps.Reverse()], Linked)));
    }
}

using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Evolution;
using IzzyViz.SiteGen.Figures.Views;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Views;

public class TokenTextTests
{
    public static TheoryData<int> Sizes => [3, 6, 7, 12, 13, 24, 33, 64, 65, 100, 128, 129, 200, 256, 257, 400, 512];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Labels_of_a_column_keep_apart(int tokens)
    {
        var column = TokenColumn.Of(SampleMaps.Sequence(tokens), new HashSet<int> { 0, 1, 2, tokens / 2, tokens - 1 }, tokens);
        AssertApart(column.Labels.Select(l => l.Offset), column.Style.LineHeight);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Slanted_labels_keep_apart(int tokens)
    {
        var width = tokens switch { <= 12 => 46, <= 24 => 34, <= 64 => 18, <= 128 => 9, _ => 5 };
        var labels = new SlantedLabels(SampleMaps.Sequence(tokens), BandScale.Uniform(tokens, width), new HashSet<int> { 0, 1, 2, tokens - 1 });
        var texts = labels.Draw().OfType<TextNode>().Select(t => t.At.X);
        AssertApart(texts, labels.Style.LineHeight / Math.Sin(Math.PI / 4));
    }

    [Fact]
    public void Coloured_tokens_run_from_right_to_left_where_the_text_does()
    {
        var boxes = Boxes(TokenColoursFigure.Draw(SampleMaps.OfArabic(), TokenColoursOptions.Default));
        Assert.True(boxes[0].X > boxes[1].X);
        Assert.Equal(640, boxes[0].Right, 6);
        var english = Boxes(TokenColoursFigure.Draw(SampleMaps.Single(9), TokenColoursOptions.Default));
        Assert.True(english[0].X < english[1].X);
    }

    [Fact]
    public void Chips_do_not_overlap_and_stay_within_the_width()
    {
        var figure = TokenColoursFigure.Draw(SampleMaps.OfMixed(), TokenColoursOptions.Default with { Width = 300 });
        var boxes = Boxes(figure);
        Assert.All(boxes, b => Assert.InRange(b.Right, 0, figure.Scene.Width + 0.001));
        Assert.True(boxes[^1].Y > boxes[0].Y);
        Assert.All(boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => (a, b))), p => Assert.False(p.a.X < p.b.Right && p.b.X < p.a.Right && p.a.Y < p.b.Bottom && p.b.Y < p.a.Bottom));
    }

    [Fact]
    public void Tokens_that_cannot_be_seen_are_hatched()
    {
        var figure = TokenColoursFigure.Draw(SampleMaps.Single(10, isCausal: true), TokenColoursOptions.Default with { From = 3 });
        var fills = ((GroupNode)figure.Scene.Nodes[0]).Children.OfType<RectNode>().Where(r => r.Fill != Paint.None).Select(r => r.Fill == Paint.Hatch).ToList();
        Assert.Equal([false, false, false, false, true, true, true, true, true, true], fills);
    }

    private static List<SceneRect> Boxes(Figure figure) => [.. ((GroupNode)figure.Scene.Nodes[0]).Children.OfType<RectNode>().Where(r => r.Fill != Paint.None).Select(r => r.Box)];

    private static void AssertApart(IEnumerable<double> offsets, double least)
    {
        var ordered = offsets.Order().ToArray();
        Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.Second - pair.First >= least - 0.05, $"{pair} nearer than {least}"));
    }
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>Weights of lines in a few levels, so that a level of a colour is one path and not an element a line.</summary>
internal static class LineLevels
{
    private const double Sample = 26;
    private const double Between = 14;

    // Lower edges of the levels.
    private static readonly double[] Edges = [0, 0.1, 0.25, 0.5, 0.75];
    private static readonly double[] Opacities = [0.2, 0.38, 0.6, 0.8, 1];
    private static readonly double[] Widths = [1, 1.1, 1.3, 1.6, 2];
    private static readonly int[] Shades = [10, 14, 19, 25, 31];

    public static int Count => Edges.Length;

    public static int Of(double weight) => Array.FindLastIndex(Edges, e => weight >= e) is var level && level < 0 ? 0 : level;

    public static double Opacity(int level) => Opacities[level];

    public static double Width(int level) => Widths[level];

    /// <summary>Where lines have no colour of their own.</summary>
    public static Paint Shade(int level) => Paint.Level(Shades[level]);

    /// <summary>A sample of every level with the weights it stands for.</summary>
    public static ImmutableArray<SceneNode> Legend(double floor, Func<int, PathNode, PathNode> pen)
    {
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        var x = 0.0;
        for (var level = Of(floor); level < Count; level++)
        {
            var words = Words(level, floor);
            nodes.Add(pen(level, new PathNode([PathStep.Move(x, 4), PathStep.Line(x + Sample, 4)])));
            nodes.Add(new TextNode(new(x + Sample + 5, 8), words) { Style = TextStyle.Note, Fill = Paint.Muted });
            x += Sample + 5 + TextMeasure.Width(words, TextStyle.Note) + Between;
        }

        return nodes.ToImmutable();
    }

    public static double LegendWidth(double floor) => Enumerable.Range(Of(floor), Count - Of(floor)).Sum(l => Sample + 5 + TextMeasure.Width(Words(l, floor), TextStyle.Note) + Between);

    private static string Words(int level, double floor)
    {
        var from = FigureNumber.Plain(Math.Max(Edges[level], floor));
        return level == Count - 1 ? $"{from} to 1" : $"from {from}";
    }
}

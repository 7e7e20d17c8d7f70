using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>Names beside squares of their colour, in lines of a given width.</summary>
internal static class HeadColors
{
    private const double Square = 10;
    private const double Between = 16;
    private const double Line = 18;

    /// <summary>What names in one line take.</summary>
    public static double Width(IEnumerable<string> names) => names.Sum(n => Square + 5 + TextMeasure.Width(n, TextStyle.Label) + Between) - Between;

    public static (ImmutableArray<SceneNode> Nodes, double Height) Key(IEnumerable<(string Name, Paint Paint)> heads, double width, double opacity = 1)
    {
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        var (x, y) = (0.0, 0.0);
        foreach (var (name, paint) in heads)
        {
            var room = Square + 5 + TextMeasure.Width(name, TextStyle.Label);
            (x, y) = x > 0 && x + room > width ? (0, y + Line) : (x, y);
            nodes.Add(new RectNode(new(x, y, Square, Square)) { Fill = paint, Opacity = opacity });
            nodes.Add(new TextNode(new(x + Square + 5, y + Square - 0.5), name) { Style = TextStyle.Label });
            x += room + Between;
        }

        return (nodes.ToImmutable(), y + Line);
    }
}

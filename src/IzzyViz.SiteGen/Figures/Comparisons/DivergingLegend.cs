using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <summary>The bar of a scale that diverges about 0, with numbers and the hatch.</summary>
internal static class DivergingLegend
{
    private const double Bar = 200;
    private const double BarHeight = 8;
    private const string Masked = "masked";

    public static double Width(string name, bool hasMasked) => NameWidth(name) + Bar + (hasMasked ? 46 + TextMeasure.Width(Masked, TextStyle.Note) : 8);

    public static ImmutableArray<SceneNode> Draw(string name, double limit, bool hasMasked)
    {
        var left = NameWidth(name);
        return
        [
            new TextNode(new(0, BarHeight), name) { Style = TextStyle.Note, Fill = Paint.Muted },
            new GroupNode([.. Steps()]) { Placement = new(left, 0), IsCrisp = true },
            new GroupNode([.. Ticks(limit)]) { Placement = new(left, BarHeight + 2 + TextStyle.Note.Size), Style = TextStyle.Note, Fill = Paint.Muted },
            .. hasMasked ? Hatch(left + Bar + 24) : [],
        ];
    }

    private static double NameWidth(string name) => TextMeasure.Width(name, TextStyle.Note) + 14;

    private static IEnumerable<SceneNode> Steps() => Enumerable.Range(0, Palette.Steps).Select(step =>
        new RectNode(new(step * Bar / Palette.Steps, 0, Bar / Palette.Steps, BarHeight)) { Fill = Paint.Diverging(step) });

    private static ImmutableArray<SceneNode> Ticks(double limit) =>
    [
        new TextNode(new(0, 0), "−" + FigureNumber.Tick(limit, limit)),
        new TextNode(new(Bar / 2, 0), "0") { Anchor = TextAnchor.Middle },
        new TextNode(new(Bar, 0), "+" + FigureNumber.Tick(limit, limit)) { Anchor = TextAnchor.End },
    ];

    private static ImmutableArray<SceneNode> Hatch(double x) =>
    [
        new RectNode(new(x, -2, 16, 12)) { Fill = Paint.Hatch },
        new TextNode(new(x + 22, BarHeight), Masked) { Style = TextStyle.Note, Fill = Paint.Muted },
    ];
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>A text of a picture as the box it covers on the canvas, turned or not: the four corners, in order.</summary>
internal sealed record PlacedText(string Text, ImmutableArray<ScenePoint> Corners)
{
    // Ascenders and descenders of letters; marks above capitals may reach further, as they do in any line of text.
    private const double Ascent = 0.74;
    private const double Descent = 0.2;

    public static IEnumerable<PlacedText> Of(Scene scene) => Of(scene.Nodes, p => p, default);

    /// <summary>By how much two boxes lie over each other: the least way that would part them; 0 or less where they are apart.</summary>
    public double Overlap(PlacedText other) => Axes().Concat(other.Axes()).Min(axis =>
    {
        var (mine, theirs) = (Span(axis), other.Span(axis));
        return Math.Min(mine.High, theirs.High) - Math.Max(mine.Low, theirs.Low);
    });

    /// <summary>How far the text sticks out of the canvas; 0 or less where it does not.</summary>
    public double Outside(Scene scene) =>
        Corners.Max(c => Math.Max(Math.Max(-c.X, -c.Y), Math.Max(c.X - scene.Width, c.Y - scene.Height)));

    private static IEnumerable<PlacedText> Of(ImmutableArray<SceneNode> nodes, Func<ScenePoint, ScenePoint> place, TextStyle style) => nodes.SelectMany(node => node switch
    {
        GroupNode g => Of(g.Children, g.Placement is { } at ? p => place(At(at, p)) : place, g.Style ?? style),
        LinkNode l => Of(l.Children, place, style),
        TextNode { Text.Length: > 0 } t => [Box(t, place, t.Style ?? style)],
        _ => Enumerable.Empty<PlacedText>(),
    });

    private static PlacedText Box(TextNode text, Func<ScenePoint, ScenePoint> place, TextStyle style)
    {
        var width = TextMeasure.Width(text.Text, style);
        var left = text.Anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => -width / 2, _ => -width };
        var (sine, cosine) = Math.SinCos(text.Degrees * Math.PI / 180);
        ScenePoint Turned(double x, double y) => place(new(text.At.X + (x * cosine) - (y * sine), text.At.Y + (x * sine) + (y * cosine)));
        var (top, bottom) = (-Ascent * style.Size, Descent * style.Size);
        return new(text.Text, [Turned(left, top), Turned(left + width, top), Turned(left + width, bottom), Turned(left, bottom)]);
    }

    private static ScenePoint At(Placement placement, ScenePoint point) => new(placement.X + (placement.Scale * point.X), placement.Y + (placement.Scale * point.Y));

    private IEnumerable<ScenePoint> Axes()
    {
        for (var i = 0; i < 2; i++)
        {
            var (x, y) = (Corners[i + 1].X - Corners[i].X, Corners[i + 1].Y - Corners[i].Y);
            var length = Math.Max(Math.Sqrt((x * x) + (y * y)), 1e-9);
            yield return new(x / length, y / length);
        }
    }

    private (double Low, double High) Span(ScenePoint axis)
    {
        var along = Corners.Select(c => (c.X * axis.X) + (c.Y * axis.Y)).ToArray();
        return (along.Min(), along.Max());
    }
}

using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Printing;

/// <summary>What a node has of its own or from the groups around it.</summary>
internal sealed record Look(Paint Fill, Paint Stroke)
{
    /// <summary>A picture's text and shapes are ink unless they say otherwise.</summary>
    public static readonly Look OfRoot = new(Paint.Ink, Paint.None);

    public double StrokeWidth { get; private init; } = 1;

    public TextStyle Text { get; private init; } = new(16);

    /// <summary>Edges fall on whole pixels.</summary>
    public bool IsCrisp { get; private init; }

    public Look With(SceneNode node) => this with
    {
        Fill = node.Fill != Paint.None ? node.Fill : IsHollow(node) ? Paint.None : Fill,
        Stroke = node.Stroke != Paint.None ? node.Stroke : Stroke,
        StrokeWidth = node.Stroke != Paint.None && node.StrokeWidth != 1 ? node.StrokeWidth : StrokeWidth,
        IsCrisp = IsCrisp || node is GroupNode { IsCrisp: true },
        Text = StyleOf(node) is { } style ? style with { IsStrong = style.IsStrong || Text.IsStrong } : Text,
    };

    // A shape that states a line only is not filled.
    private static bool IsHollow(SceneNode node) => node.Stroke != Paint.None && node is not GroupNode;

    private static TextStyle? StyleOf(SceneNode node) => node switch
    {
        GroupNode group => group.Style,
        TextNode text => text.Style,
        _ => null,
    };
}

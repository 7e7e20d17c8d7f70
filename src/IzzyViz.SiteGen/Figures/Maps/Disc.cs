using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>A filled circle in the middle of a cell.</summary>
/// <param name="Radius">In cell units.</param>
internal readonly record struct Disc(int Row, int Column, double Radius, Paint Fill)
{
    /// <summary>The numbers behind it, for annotated figures.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    public Paint Outline { get; init; }
}

/// <summary>Discs as shapes: those of one colour in one path; those of one gradient in one group.</summary>
internal static class Discs
{
    // Less than a twentieth of a pixel shows nothing.
    private const double Visible = 0.05;
    private const double OutlineWidth = 1.5;

    public static ImmutableArray<SceneNode> Draw(LensLayout layout, IReadOnlyCollection<Disc> discs, double opacity = 1)
    {
        if (layout.Spec.IsAnnotated)
        {
            return [.. discs.Select(d => Circle(layout, d) with { Fill = d.Fill, Stroke = d.Outline, StrokeWidth = OutlineWidth, Opacity = opacity, Data = MapData.Cell(d.Row, d.Column, d.Values) })];
        }

        return
        [
            .. discs.Where(d => d.Radius * Unit(layout) > Visible)
                .GroupBy(d => (d.Fill, d.Outline))
                .OrderBy(g => g.Key.Fill.Role).ThenBy(g => g.Key.Fill.Index).ThenBy(g => g.Key.Fill.Rim)
                .Select(g => OfOneColour(layout, g.Key, g) with { Opacity = opacity }),
        ];
    }

    private static SceneNode OfOneColour(LensLayout layout, (Paint Fill, Paint Outline) paint, IEnumerable<Disc> discs)
    {
        ImmutableArray<CircleNode> circles = [.. discs.Select(d => Circle(layout, d))];
        return paint.Fill.IsGradient ? new GroupNode([.. circles]) { Fill = paint.Fill }
            : paint.Outline == Paint.None && circles.All(c => c.Radius == circles[0].Radius) ? new DotsNode([.. circles.Select(c => c.Centre)], circles[0].Radius) { Fill = paint.Fill }
            : new PathNode([.. circles.SelectMany(Ring)]) { Fill = paint.Fill, Stroke = paint.Outline, StrokeWidth = OutlineWidth };
    }

    private static CircleNode Circle(LensLayout layout, Disc disc) =>
        new(new(layout.Columns.Centre(disc.Column), layout.Rows.Centre(disc.Row)), disc.Radius * Unit(layout));

    private static double Unit(LensLayout layout) => layout.Columns.Size(0);

    private static PathStep[] Ring(CircleNode circle)
    {
        var ((x, y), radius) = (circle.Centre, circle.Radius);
        return [PathStep.Move(x - radius, y), PathStep.Arc(radius, new(x + radius, y)), PathStep.Arc(radius, new(x - radius, y))];
    }
}

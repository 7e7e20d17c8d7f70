using IzzyViz.SiteGen.Drawing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>
/// Parts of circles as cubic curves, at most a quarter each: within 0.03 % of the radius. Skia's own arcs are conics, which PDF does not have, and
/// which it would cut into dozens of pieces.
/// </summary>
internal static class Arcs
{
    private const double Quarter = Math.PI / 2;

    public static void AddCircle(SKPathBuilder path, ScenePoint centre, double radius)
    {
        path.MoveTo(At(centre, radius, 0));
        Add(path, centre, radius, (0, 2 * Math.PI));
        path.Close();
    }

    public static void AddRoundRect(SKPathBuilder path, SceneRect box, double radius)
    {
        var r = Math.Min(radius, Math.Min(box.Width, box.Height) / 2);
        var inner = box.Shrink(r);
        path.MoveTo((float)inner.Right, (float)box.Y);
        Add(path, new(inner.Right, inner.Y), r, (-Quarter, Quarter));
        path.LineTo((float)box.Right, (float)inner.Bottom);
        Add(path, new(inner.Right, inner.Bottom), r, (0, Quarter));
        path.LineTo((float)inner.X, (float)box.Bottom);
        Add(path, new(inner.X, inner.Bottom), r, (Quarter, Quarter));
        path.LineTo((float)box.X, (float)inner.Y);
        Add(path, new(inner.X, inner.Y), r, (2 * Quarter, Quarter));
        path.Close();
    }

    /// <summary>From where the pen is to the end of the step, as SVG defines arcs (appendix B.2.4): too small a radius grows until it reaches.</summary>
    public static void AddStep(SKPathBuilder path, ScenePoint from, PathStep step)
    {
        var (dx, dy) = (step.To.X - from.X, step.To.Y - from.Y);
        var chord = Math.Sqrt((dx * dx) + (dy * dy));
        if (chord == 0)
        {
            return;
        }

        var radius = Math.Max(step.Radius, chord / 2);
        var height = Math.Sqrt(Math.Max((radius * radius) - (chord * chord / 4), 0)) * (step.IsLarge == step.IsClockwise ? -1 : 1);
        var centre = new ScenePoint(((from.X + step.To.X) / 2) - (height * dy / chord), ((from.Y + step.To.Y) / 2) + (height * dx / chord));
        var start = Math.Atan2(from.Y - centre.Y, from.X - centre.X);
        var sweep = Math.Atan2(step.To.Y - centre.Y, step.To.X - centre.X) - start;
        sweep += step.IsClockwise ? (sweep < 0 ? 2 * Math.PI : 0) : (sweep > 0 ? -2 * Math.PI : 0);
        Add(path, centre, radius, (start, sweep));
    }

    private static void Add(SKPathBuilder path, ScenePoint centre, double radius, (double Start, double Sweep) angle)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling((Math.Abs(angle.Sweep) / Quarter) - 1e-9));
        var step = angle.Sweep / pieces;
        var handle = 4 / 3.0 * Math.Tan(step / 4) * radius;
        for (var i = 0; i < pieces; i++)
        {
            var (a, b) = (angle.Start + (i * step), angle.Start + ((i + 1) * step));
            path.CubicTo(Along(At(centre, radius, a), a, handle), Along(At(centre, radius, b), b, -handle), At(centre, radius, b));
        }
    }

    private static SKPoint At(ScenePoint centre, double radius, double angle) =>
        new((float)(centre.X + (radius * Math.Cos(angle))), (float)(centre.Y + (radius * Math.Sin(angle))));

    private static SKPoint Along(SKPoint from, double angle, double length) =>
        new(from.X - (float)(length * Math.Sin(angle)), from.Y + (float)(length * Math.Cos(angle)));
}

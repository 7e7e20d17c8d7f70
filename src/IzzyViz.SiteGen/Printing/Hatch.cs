using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>The hatch of masked cells as lines, clipped to the shape: a pattern would become pixels in a PDF.</summary>
internal static class Hatch
{
    // As the tile of SvgWriter: a line of one unit every six, 45 degrees up, counted from the origin of the shape's own coordinates.
    private const int Pitch = 6;

    public static void Fill(SKCanvas canvas, SKPath shape, (SKColor Paper, SKColor Line) colors)
    {
        canvas.Save();
        canvas.ClipPath(shape);
        using var ground = new SKPaint { Color = colors.Paper };
        canvas.DrawPath(shape, ground);
        using var line = new SKPaint { Color = colors.Line, IsStroke = true, StrokeWidth = 1, IsAntialias = true };
        using var lines = Lines(shape.Bounds);
        canvas.DrawPath(lines, line);
        canvas.Restore();
    }

    private static SKPath Lines(SKRect box)
    {
        using var lines = new SKPathBuilder();
        var last = (int)Math.Ceiling((box.Right + box.Bottom) / Pitch);
        for (var k = (int)Math.Floor((box.Left + box.Top) / Pitch); k <= last; k++)
        {
            // On each line x + y is the same.
            lines.MoveTo(box.Left - 1, (k * Pitch) - box.Left + 1);
            lines.LineTo(box.Right + 1, (k * Pitch) - box.Right - 1);
        }

        return lines.Detach();
    }
}

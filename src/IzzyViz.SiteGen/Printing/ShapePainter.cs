using IzzyViz.SiteGen.Drawing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Fills and strokes shapes.</summary>
internal sealed class ShapePainter(SKCanvas canvas, Palette palette)
{
    public void Paint(SceneNode node, Look look)
    {
        using var path = ScenePaths.Of(node);
        if (node is not LineNode)
        {
            Fill(path, look);
        }

        Stroke(path, look, isRound: node is PathNode { IsRound: true });
    }

    private void Fill(SKPath path, Look look)
    {
        if (look.Fill == Drawing.Paint.Hatch)
        {
            Hatch.Fill(canvas, path, (ColorOf(Drawing.Paint.Paper), ColorOf(Drawing.Paint.Rule)));
        }
        else if (look.Fill.IsGradient || palette.ColorOf(look.Fill) is not null)
        {
            using var paint = new SKPaint { IsAntialias = !look.IsCrisp };
            using var shader = ShaderOf(look.Fill, path.Bounds);
            paint.Shader = shader;
            paint.Color = shader is null ? ColorOf(look.Fill) : SKColors.Black;
            canvas.DrawPath(path, paint);
        }
    }

    private void Stroke(SKPath path, Look look, bool isRound)
    {
        if (palette.ColorOf(look.Stroke) is not null)
        {
            using var paint = new SKPaint
            {
                IsAntialias = !look.IsCrisp,
                IsStroke = true,
                StrokeWidth = (float)look.StrokeWidth,
                StrokeMiter = 4,
                StrokeCap = isRound ? SKStrokeCap.Round : SKStrokeCap.Butt,
                Color = ColorOf(look.Stroke),
            };
            canvas.DrawPath(path, paint);
        }
    }

    // As an SVG gradient in units of the bounding box: centre and half its size.
    private SKShader? ShaderOf(Paint fill, SKRect bounds)
    {
        if (!fill.IsGradient || bounds.Width <= 0 || bounds.Height <= 0)
        {
            return null;
        }

        var (centre, rim) = fill.Stops;
        var fit = SKMatrix.CreateScaleTranslation(bounds.Width / 2, bounds.Height / 2, bounds.MidX, bounds.MidY);
        return SKShader.CreateRadialGradient(new(0, 0), 1, [ColorOf(centre), ColorOf(rim)], null, SKShaderTileMode.Clamp, fit);
    }

    private SKColor ColorOf(Paint paint) => palette.ColorOf(paint) is { } c ? new(c.Red, c.Green, c.Blue) : SKColors.Transparent;
}

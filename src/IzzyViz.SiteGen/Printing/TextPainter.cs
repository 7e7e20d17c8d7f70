using System.Text;
using IzzyViz.SiteGen.Drawing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Paints lines of text, each glyph with the characters it stands for, which is what a PDF is searched by.</summary>
internal sealed class TextPainter(FontSet fonts, ITypefaces typefaces)
{
    private readonly TextShaper _shaper = new(fonts);

    /// <summary>From the origin of the canvas, on the baseline.</summary>
    public void Paint(SKCanvas canvas, TextNode node, (TextStyle Style, Rgb Color) look)
    {
        var runs = _shaper.Shape(node.Text, look.Style);
        var width = runs.Sum(r => r.Advance);
        var x = node.Anchor switch { TextAnchor.Middle => -width / 2, TextAnchor.End => -width, _ => 0 };
        using var paint = new SKPaint { IsAntialias = true, Color = new(look.Color.Red, look.Color.Green, look.Color.Blue) };
        foreach (var run in runs)
        {
            Paint(canvas, run, (float)x, paint);
            x += run.Advance;
        }
    }

    private void Paint(SKCanvas canvas, TextRun run, float x, SKPaint paint)
    {
        if (run is GlyphRun glyphs)
        {
            PaintGlyphs(canvas, glyphs, x, paint);
        }
        else if (run is MissingRun missing && TextShaper.Essential(missing.Text).Any())
        {
            using var outline = new SKPaint { IsAntialias = true, IsStroke = true, StrokeWidth = (float)missing.Size * 0.05f, Color = paint.Color };
            var box = CodePointBox.Box(missing);
            box.Offset(x, 0);
            canvas.DrawRect(box, outline);
            PaintGlyphs(canvas, CodePointBox.Digits(missing, fonts.FaceFor("0", isStrong: false)!), x, paint);
        }
    }

    private void PaintGlyphs(SKCanvas canvas, GlyphRun run, float x, SKPaint paint)
    {
        using var font = new SKFont(typefaces.Of(run), (float)run.Size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var blob = Blob(run, font);
        canvas.DrawText(blob, x, 0, paint);
    }

    private static SKTextBlob Blob(GlyphRun run, SKFont font)
    {
        using var builder = new SKTextBlobBuilder();
        var text = Encoding.UTF8.GetBytes(run.Text);
        var buffer = builder.AllocatePositionedTextRun(font, run.Glyphs.Length, text.Length);
        text.CopyTo(buffer.Text);
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            var glyph = run.Glyphs[i];
            buffer.Glyphs[i] = glyph.Id;
            buffer.Clusters[i] = glyph.Cluster;
            buffer.Positions[i] = new((float)glyph.X, (float)glyph.Y);
        }

        return builder.Build()!;
    }
}

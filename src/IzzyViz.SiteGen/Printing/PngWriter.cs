using IzzyViz.SiteGen.Figures;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Figures to PNG. The file says how many dots an inch it has, so that it comes into a document at the size asked for.</summary>
internal static class PngWriter
{
    public static byte[] Write(Figure figure, FigureFileOptions options)
    {
        var scene = FigureWriter.Sheet(figure);
        var scale = options.MillimetresPerUnit(scene) / 25.4 * options.DotsPerInch;
        var info = new SKImageInfo(Pixels(scene.Width * scale), Pixels(scene.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(info);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale((float)scale);
            new ScenePainter(canvas, Drawing.Palette.Of(options.Theme), new TextPainter(options.Fonts ?? FontSet.Inter, WholeTypefaces.All)).Paint(scene);
        }

        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 6))
            ?? throw new InvalidOperationException("The picture could not be encoded.");
        return PngDensity.Insert(png.ToArray(), options.DotsPerInch);
    }

    // A hair above a whole number is a whole number: otherwise rounding adds a row of pixels.
    private static int Pixels(double length) => Math.Max(1, (int)Math.Ceiling(length - 0.01));
}

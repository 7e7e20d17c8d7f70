using IzzyViz.SiteGen.Figures;
using SkiaSharp;

namespace IzzyViz.SiteGen.Printing;

/// <summary>
/// Figures to PDF of one page: shapes stay shapes and text stays text, in the parts of the fonts it needs. Without dates and ids, so that the same
/// figure is the same file.
/// </summary>
internal static class PdfWriter
{
    private const double PointsPerMillimetre = 72 / 25.4;

    public static byte[] Write(Figure figure, FigureFileOptions options)
    {
        var scene = FigureWriter.Sheet(figure);
        var palette = Drawing.Palette.Of(options.Theme);
        var scale = (float)(options.MillimetresPerUnit(scene) * PointsPerMillimetre);
        var size = new SKSize((float)scene.Width * scale, (float)scene.Height * scale);

        // Drawn twice: first onto nothing, to learn which glyphs are needed.
        var glyphs = new GlyphCollector();
        using var nowhere = new SKNoDrawCanvas((int)scene.Width + 1, (int)scene.Height + 1);
        new ScenePainter(nowhere, palette, new TextPainter(options.Fonts ?? FontSet.Inter, glyphs)).Paint(scene);
        using var typefaces = new SubsetTypefaces(glyphs);
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, Metadata(figure)))
        {
            var canvas = document.BeginPage(size.Width, size.Height);
            canvas.Scale(scale);
            new ScenePainter(canvas, palette, new TextPainter(options.Fonts ?? FontSet.Inter, typefaces)).Paint(scene);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }

    private static SKDocumentPdfMetadata Metadata(Figure figure) => new()
    {
        Title = figure.Title,
        Subject = figure.Description,
        Creator = "IzzyViz",
        Producer = "IzzyViz",

        // Skia rounds a page to whole dots: at 2540 an inch, to hundredths of a millimetre. Nothing in a figure is made of dots.
        RasterDpi = 2540,
        EncodingQuality = 101,
    };
}

using System.Text;
using IzzyViz.SiteGen.Figures;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Figures as files that stand alone, in every format: the one entry to this room.</summary>
internal static class FigureFiles
{
    /// <summary>The same bytes for the same figure and options, today and tomorrow.</summary>
    public static byte[] Write(Figure figure, FigureFormat format, FigureFileOptions options) => format switch
    {
        FigureFormat.Pdf => PdfWriter.Write(figure, options),
        FigureFormat.Png => PngWriter.Write(figure, options),
        _ => Encoding.UTF8.GetBytes(FigureWriter.Standalone(figure, options.Theme, options.Width)),
    };
}

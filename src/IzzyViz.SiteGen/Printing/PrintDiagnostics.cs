using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Printing;

/// <summary>What can be said about figures as files: IZV509x.</summary>
internal static class PrintDiagnostics
{
    public static readonly DiagnosticDescriptor FontUnreadable = new("IZV5091", Severity.Error, "The font '{0}' cannot be used: {1}");

    public static readonly DiagnosticDescriptor GlyphsMissing = new(
        "IZV5092", Severity.Warning, "No font has {0} of the characters drawn, which are shown by their code points: {1}. '--font FILE' adds a font that has them.");

    public static readonly DiagnosticDescriptor SmallType = new(
        "IZV5093", Severity.Info, "At {0} mm the smallest type of the figure has {1} points. It can be read from {2} mm on.");
}

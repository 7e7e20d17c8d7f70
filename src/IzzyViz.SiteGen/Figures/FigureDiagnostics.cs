using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Figures;

internal static class FigureDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKind =
        new("IZV5001", Severity.Error, "There is no figure kind '{0}'; there are {1}.");
}

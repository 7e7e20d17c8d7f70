using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>IZV81xx: what can be wrong with the builds that <c>diff</c> is given.</summary>
public static class DiffDiagnostics
{
    public static readonly DiagnosticDescriptor NoBuild = new(
        "IZV8101", Severity.Error, "'{0}' is neither a site nor a result store of a build: it has no folder '{1}' with tables of runs. Name the output folder of a build, or its store.");
}

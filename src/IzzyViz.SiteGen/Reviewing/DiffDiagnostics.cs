using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>IZV81xx: what can be wrong with the builds that <c>diff</c> is given.</summary>
public static class DiffDiagnostics
{
    public static readonly DiagnosticDescriptor NoBuild = new(
        "IZV8101", Severity.Error, "'{0}' is neither a site nor a result store of a build: it has no folder '{1}' with tables of runs. Name the output folder of a build, or its store.");

    public static readonly DiagnosticDescriptor TwiceTheSame = new(
        "IZV8102", Severity.Error, "'{0}' holds model '{1}' over slice '{2}' more than once, so it is not as a build wrote it. Build it again.");

    public static readonly DiagnosticDescriptor WouldReplaceBuild = new(
        "IZV8103", Severity.Error, "The review cannot be written into '{0}', because a build lies there and would be replaced. Name another folder with '--out'.");
}

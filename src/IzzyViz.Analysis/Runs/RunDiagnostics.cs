using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Runs;

/// <summary>IZV45xx: what a run finds out about a model.</summary>
public static class RunDiagnostics
{
    public static readonly DiagnosticDescriptor CheckFailed = new(
        "IZV4501", Severity.Warning, "Attention module {0} failed its self-check on example '{1}' ({2}); it is not drawn and has no statistics.");

    internal static string Describe(SelfCheck check) => string.Create(CultureInfo.InvariantCulture,
        $"row sums off by {check.RowSumError:0.0e0}, masked cells up to {check.MaskedMaximum:0.0e0}, weights times values off by {check.ValueError:0.0e0}, {(check.IsFinite ? "finite" : "not finite")}, {(check.ShapeFits ? "shape fits" : "shape does not fit")}");
}

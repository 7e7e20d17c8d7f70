using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Runs;

/// <summary>IZV45xx: what a run finds out about a model.</summary>
public static class RunDiagnostics
{
    public static readonly DiagnosticDescriptor CheckFailed = new(
        "IZV4501", Severity.Warning, "Attention module {0} failed its self-check on example '{1}' ({2}); it is not drawn and has no statistics.");

    public static readonly DiagnosticDescriptor ModelCrashed = new(
        "IZV4502", Severity.Error, "The process that ran model '{0}' ended {1}: {2}. The runtime does not survive this model: try another export of it, or leave it out. Other models and earlier results are not affected.");

    public static readonly DiagnosticDescriptor ModelKilled = new(
        "IZV4503", Severity.Error, "The process that ran model '{0}' was stopped {1}: {2}. Most likely memory was used up: try shorter examples, fewer threads ('--threads'), or a machine with more. Other models and earlier results are not affected.");

    public static readonly DiagnosticDescriptor NotCompared = new(
        "IZV4504", Severity.Warning, "Comparison '{0}' is left out over {1}, where not every model has a result.");

    internal static string Describe(SelfCheck check) => string.Create(CultureInfo.InvariantCulture,
        $"row sums off by {check.RowSumError:0.0e0}, masked cells up to {check.MaskedMaximum:0.0e0}, weights times values off by {check.ValueError:0.0e0}, {(check.IsFinite ? "finite" : "not finite")}, {(check.ShapeFits ? "shape fits" : "shape does not fit")}");
}

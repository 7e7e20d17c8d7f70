using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Reviews;

/// <summary>What a comparison of two builds can find: IZV8xxx.</summary>
public static class ReviewDiagnostics
{
    public static readonly DiagnosticDescriptor GateFailed = new("IZV8001", Severity.Error,
        "The gate on '{0}' allows {1}, but {2} of model '{3}' on slice '{4}' moved by {5} {6}; accept the change by raising the "
            + "limit, or undo it.");

    public static readonly DiagnosticDescriptor GateLoosened = new("IZV8002", Severity.Warning,
        "The gate on '{0}' for slices '{1}' now allows {2} where it allowed {3}.");

    public static readonly DiagnosticDescriptor GateRemoved = new("IZV8003", Severity.Warning,
        "The gate on '{0}' for slices '{1}' that allowed {2} is gone.");

    public static readonly DiagnosticDescriptor GateCoversNothing = new("IZV8004", Severity.Warning,
        "The gate on '{0}' for slices '{1}' covers no run that both builds have, so it proves nothing; check both names.");

    public static readonly DiagnosticDescriptor Unexplained = new("IZV8005", Severity.Warning,
        "Model '{0}' gives other numbers on unchanged rows of slice '{1}', and nothing recorded about the two builds says why; "
            + "rebuild both with empty stores.");

    public static readonly DiagnosticDescriptor UnreadableGates = new("IZV8006", Severity.Error,
        "The gates stored with a build cannot be read; build the site again with this version of the tool.");
}

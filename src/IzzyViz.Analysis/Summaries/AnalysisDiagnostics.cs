using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Summaries;

/// <summary>What can be wrong with results of an analysis that are read back: IZV4xxx.</summary>
public static class AnalysisDiagnostics
{
    public static readonly DiagnosticDescriptor TruncatedRunTable = new("IZV4001", Severity.Error,
        "The run table ends after {0} bytes, before its data does; build the site again.");

    public static readonly DiagnosticDescriptor NoRunTable = new("IZV4002", Severity.Error,
        "This is no run table that can be compared: {0}; build the site again with this version of the tool.");
}

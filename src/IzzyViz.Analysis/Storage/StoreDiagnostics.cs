using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Storage;

/// <summary>What can be wrong with the folder of results. A result that cannot be read is no finding: it is made again.</summary>
public static class StoreDiagnostics
{
    public static readonly DiagnosticDescriptor NotWritable = Error("7101", "The result store '{0}' cannot be written: {1}");

    public static readonly DiagnosticDescriptor DiskFull = Error("7102", "The disk is full: the result store '{0}' cannot take {1} bytes more; free some, or name another with --store.");

    private static DiagnosticDescriptor Error(string code, string message) => new("IZV" + code, Severity.Error, message);
}

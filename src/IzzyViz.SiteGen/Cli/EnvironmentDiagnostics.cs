using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What can be said about the machine, the command and the tool itself: IZV900x. (91xx is fetching.)</summary>
internal static class EnvironmentDiagnostics
{
    public static readonly DiagnosticDescriptor Fault = Error("IZV9001", "A fault of the tool: {0}: {1} Please report it; '--verbosity detailed' shows where.");
    public static readonly DiagnosticDescriptor DiskFull = Error("IZV9002", "The disk is full: {0}");
    public static readonly DiagnosticDescriptor AccessRefused = Error("IZV9003", "Access was refused: {0}");
    public static readonly DiagnosticDescriptor OutOfMemory = Error("IZV9004", "Memory is used up. Try fewer threads ('--threads'), or a machine with more.");
    public static readonly DiagnosticDescriptor NoSuchCode = Error("IZV9005", "There is no diagnostic '{0}'. {1}");
    public static readonly DiagnosticDescriptor FileExists = Error("IZV9006", "'{0}' is there already. Nothing was written; '--force' replaces it.");
    public static readonly DiagnosticDescriptor FolderMissing = Error("IZV9007", "There is no folder '{0}'.");
    public static readonly DiagnosticDescriptor NoModelFound = Info("IZV9008", "No ONNX model was found in '{0}'. The manifest names one of the Hugging Face hub in its place.");
    public static readonly DiagnosticDescriptor SeveralModels = Info("IZV9009", "'{0}' holds several ONNX files; the manifest names '{1}'. The others: {2}.");
    public static readonly DiagnosticDescriptor NoProcess = Error("IZV9010", "A process for a model cannot be started: {0}. '--no-isolate' runs models inside the tool's own process.");

    private static DiagnosticDescriptor Error(string code, string format) => new(code, Severity.Error, format);

    private static DiagnosticDescriptor Info(string code, string format) => new(code, Severity.Info, format);
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Fetching;

/// <summary>What can go wrong between a hub and the cache.</summary>
public static class FetchDiagnostics
{
    public static readonly DiagnosticDescriptor Unreachable = Error("9101", "'{0}' cannot be reached: {1} What was fetched so far is kept; run again to go on.");

    public static readonly DiagnosticDescriptor NotFound = Error("9102", "'{0}' has no '{1}' at revision '{2}'; check the spelling, and the token if it is private.");

    public static readonly DiagnosticDescriptor Denied = Error("9103", "Access to '{0}' is denied (status {1}), or it does not exist: accept its terms at {2} and set HF_TOKEN to a token that may read it.");

    public static readonly DiagnosticDescriptor UnexpectedAnswer = Error("9104", "'{0}' answered what cannot be used: {1}");

    public static readonly DiagnosticDescriptor WrongHash = Error("9105", "'{0}' arrived with another {1} than promised: expected {2}, got {3}. It was not kept.");

    public static readonly DiagnosticDescriptor NoModelFile = Error("9106", "'{0}' has no {1}; of ONNX files there are: {2}. Name one with 'file'.");

    public static readonly DiagnosticDescriptor BadRepository = Error("9107", "'{0}' is no repository name; write owner/name, letters, digits, '-', '_' and '.' only.");

    public static readonly DiagnosticDescriptor CacheNotWritable = Error("9108", "The cache '{0}' cannot be written: {1}");

    public static readonly DiagnosticDescriptor DiskFull = Error("9109", "The disk is full: the cache '{0}' has no room for '{1}'.");

    public static readonly DiagnosticDescriptor Unpinned = new(
        "IZV9110", Severity.Warning, "'{0}' is taken at revision '{1}', which may move; to pin what is used now, write 'revision: {2}'.");

    public static readonly DiagnosticDescriptor BadEndpoint = Error("9111", "HF_ENDPOINT is '{0}', which is no web address; write https://host/.");

    private static DiagnosticDescriptor Error(string code, string message) => new("IZV" + code, Severity.Error, message);
}

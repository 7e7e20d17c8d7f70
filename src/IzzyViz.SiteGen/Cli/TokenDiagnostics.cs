using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What can be wrong with tokenizers and with the texts given to them.</summary>
internal static class TokenDiagnostics
{
    public static readonly DiagnosticDescriptor TokenizerRefused = new("IZV2801", Severity.Error, "{0}: {1} {2}");
    public static readonly DiagnosticDescriptor TextsUnreadable = new("IZV2802", Severity.Error, "The texts cannot be read: {0} A JSON array of strings, or of pairs [text, pair], is needed.");
    public static readonly DiagnosticDescriptor TextFailed = new("IZV2803", Severity.Error, "Text {0}: {1}");
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Says a command's findings on stderr and turns them into its exit code.</summary>
internal static class CommandFindings
{
    public static void Write(IEnumerable<Diagnostic> findings, TextWriter talk)
    {
        foreach (var finding in findings)
        {
            var place = finding.Location.ToString();
            talk.WriteLine($"{(place.Length > 0 ? place + ": " : "")}{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {finding.Message}");
        }
    }

    public static ExitCode CodeOf(DiagnosticBag bag) => bag.HasErrors ? ExitCode.InvalidInput : ExitCode.Done;
}

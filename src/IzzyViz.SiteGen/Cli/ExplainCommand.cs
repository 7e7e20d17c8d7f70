using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Cli;

/// <summary><c>explain CODE</c>: what a diagnostic means and what to do.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Code = new("CODE") { Description = "As in IZV1020; the number alone will do." };

    public static Command Create()
    {
        var command = new Command("explain", "Says what a diagnostic means and what to do about it.") { Code };
        command.SetAction(parsed => (int)Explain(parsed));
        return command;
    }

    private static ExitCode Explain(ParseResult parsed)
    {
        var wanted = Normalise(parsed.GetRequiredValue(Code));
        var entries = DiagnosticEntries.Read();
        if (entries.FirstOrDefault(e => e.Code == wanted) is { } entry)
        {
            parsed.InvocationConfiguration.Output.WriteLine($"{entry.Code}\n\n{entry.Text}");
            return ExitCode.Done;
        }

        var near = NearestName.Find(wanted, entries.Select(e => e.Code));
        var unknown = EnvironmentDiagnostics.NoSuchCode.At(
            SourceLocation.None, wanted, near is null ? "They are IZV and four digits." : $"Did you mean '{near}'?");
        Talk.From(parsed).Report(unknown);
        return ExitCodes.Of(unknown);
    }

    private static string Normalise(string code)
    {
        var upper = code.Trim().ToUpperInvariant();
        return upper.All(char.IsAsciiDigit) ? "IZV" + upper : upper;
    }
}

using System.CommandLine;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>Everything the tool says on stderr, in the format and as loudly as was asked for. Data goes to stdout and not through here.</summary>
internal sealed class Talk
{
    private const int MostFindings = 200;

    private readonly IReporter _reporter;

    public Talk(TextWriter error, Verbosity verbosity = Verbosity.Normal, LogFormat format = LogFormat.Text)
    {
        Verbosity = verbosity;
        var writer = TextWriter.Synchronized(error);
        var console = format == LogFormat.Text ? TextConsole.On(error) : null;
        _reporter = format switch
        {
            LogFormat.MsBuild => new MsBuildReporter(writer),
            LogFormat.GitHub => new GitHubReporter(writer),
            LogFormat.Json => new JsonReporter(writer),
            _ => new TextReporter(console!),
        };
        Progress = verbosity < Verbosity.Normal ? new NoProgress()
            : console is { Profile.Out.IsTerminal: true } ? new BarProgress(console)
            : new LineProgress(remark => Say(remark));
    }

    public Verbosity Verbosity { get; }

    public IProgressTalk Progress { get; }

    public static Talk From(ParseResult parsed) => new(
        parsed.InvocationConfiguration.Error, parsed.GetValue(CommonOptions.Verbosity), parsed.GetValue(CommonOptions.LogFormat));

    public void Say(string remark, Verbosity from = Verbosity.Normal)
    {
        if (Verbosity >= from)
        {
            _reporter.Say(remark);
        }
    }

    public void Report(Diagnostic diagnostic)
    {
        var from = diagnostic.Severity switch { Severity.Error => Verbosity.Quiet, Severity.Warning => Verbosity.Minimal, _ => Verbosity.Normal };
        if (Verbosity >= from)
        {
            _reporter.Report(diagnostic);
        }
    }

    /// <summary>Everything in the bag, up to a number that a person might still read.</summary>
    public void Report(DiagnosticBag bag)
    {
        var findings = bag.Items;
        foreach (var diagnostic in findings.Take(MostFindings))
        {
            Report(diagnostic);
        }

        if (findings.Length > MostFindings)
        {
            Say($"… and {findings.Length - MostFindings} more.", Verbosity.Quiet);
        }
    }

    /// <summary>"2 errors, 1 warning", or "no errors, no warnings".</summary>
    public static string Count(DiagnosticBag bag)
    {
        var errors = bag.Items.Count(d => d.Severity == Severity.Error);
        var warnings = bag.Items.Count(d => d.Severity == Severity.Warning);
        return (errors, warnings) switch
        {
            (0, 0) => "no errors, no warnings",
            _ => $"{Plural(errors, "error")}, {Plural(warnings, "warning")}",
        };
    }

    public static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}

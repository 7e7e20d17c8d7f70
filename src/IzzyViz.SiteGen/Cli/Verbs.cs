using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.SiteGen.Cli.Capturing;
using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.SiteGen.Cli.Inspecting;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Cli.Sites;
using IzzyViz.SiteGen.Cli.Tokens;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Every verb of the tool, in the order <c>--help</c> lists them, and what becomes of their failures.</summary>
internal static class Verbs
{
    private static readonly Func<Command>[] All =
    [
        BuildCommand.Create,
        static () => ServeCommand.Create(CommonOptions.Manifest, PreviewPlans.Of),
        DiffCommand.Create,
        InitCommand.Create,
        CheckCommand.Create,
        PlanCommand.Create,
        InspectCommand.Create,
        CaptureCommand.Create,
        TokensCommand.Create,
        DrawCommand.Create,
        ExplainCommand.Create,
        CleanCommand.Create,
    ];

    // The rest of the second in which an interrupt has to be obeyed is for cleaning up.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    public static Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error) =>
        RunAsync(CreateRoot(), arguments, output, error);

    public static async Task<ExitCode> RunAsync(RootCommand root, IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var parsed = root.Parse(arguments);
        var problems = UsageProblems.Of(parsed, arguments);
        if (problems.Count > 0)
        {
            return ReportUsage(parsed, problems, error);
        }

        var configuration = new ToolInvocation
        {
            Arguments = [.. arguments],
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Patience,
        };
        return await RunAsync(parsed, configuration).ConfigureAwait(false);
    }

    public static RootCommand CreateRoot()
    {
        var root = new RootCommand("Puts the behaviour of transformer models under version control.")
        {
            CommonOptions.Verbosity,
            CommonOptions.LogFormat,
        };
        foreach (var create in All)
        {
            root.Add(create());
        }

        return root;
    }

    private static ExitCode ReportUsage(ParseResult parsed, IReadOnlyList<string> problems, TextWriter error)
    {
        var format = parsed.Errors.Any(e => e.SymbolResult is OptionResult { Option: var option } && option == CommonOptions.LogFormat) ? LogFormat.Text : parsed.GetValue(CommonOptions.LogFormat);
        var talk = new Talk(error, Verbosity.Quiet, format);
        var verb = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
        foreach (var line in problems.Append($"'izzyviz-site{verb} --help' says what can be given."))
        {
            talk.Say(line, Verbosity.Quiet);
        }

        return ExitCode.Usage;
    }

    // The one place that catches everything.
    private static async Task<ExitCode> RunAsync(ParseResult parsed, InvocationConfiguration configuration)
    {
        try
        {
            return (ExitCode)await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            TalkOf(parsed, configuration).Say("Interrupted.", Verbosity.Quiet);
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            var talk = TalkOf(parsed, configuration);
            var diagnostic = Failures.Describe(exception);
            talk.Report(diagnostic);
            talk.Say(exception.ToString(), Verbosity.Detailed);
            return ExitCodes.Of(diagnostic);
        }
    }

    private static Talk TalkOf(ParseResult parsed, InvocationConfiguration configuration) =>
        new(configuration.Error, parsed.GetValue(CommonOptions.Verbosity), parsed.GetValue(CommonOptions.LogFormat));
}

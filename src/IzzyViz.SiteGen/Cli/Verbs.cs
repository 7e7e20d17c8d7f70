using System.CommandLine;
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
            return ReportUsage(parsed.CommandResult.Command, problems, error);
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

    private static ExitCode ReportUsage(Command command, IEnumerable<string> problems, TextWriter error)
    {
        foreach (var problem in problems)
        {
            error.WriteLine(PlainText.OneLine(problem));
        }

        var verb = command is RootCommand ? "" : " " + command.Name;
        error.WriteLine($"'izzyviz-site{verb} --help' says what can be given.");
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

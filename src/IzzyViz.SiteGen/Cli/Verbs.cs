using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.SiteGen.Cli.Reporters;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Every verb of the tool, in the order <c>--help</c> lists them, and what becomes of their failures.</summary>
internal static class Verbs
{
    private static readonly Func<Command>[] All =
    [
        InitCommand.Create,
        CheckCommand.Create,
        PlanCommand.Create,
        ExplainCommand.Create,
    ];

    // The rest of the second in which an interrupt has to be obeyed is for cleaning up.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var parsed = CreateRoot().Parse(arguments);
        string[] problems = [.. parsed.Errors.Select(e => e.Message), .. UnknownOptions(parsed, arguments)];
        if (problems.Length > 0)
        {
            return ReportUsage(parsed.CommandResult.Command, problems, error);
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = Patience,
        };
        return await RunAsync(parsed, configuration).ConfigureAwait(false);
    }

    private static RootCommand CreateRoot()
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

    // The parser takes an option that it does not know for the value of an argument; after "--" that is what is meant.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var options = arguments.TakeWhile(a => a != "--").Where(a => a.StartsWith("--", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => options.Contains(token.Value))
            .Select(token => $"Unknown option '{token.Value}'.");
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

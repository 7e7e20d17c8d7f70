using System.CommandLine;
using System.CommandLine.Parsing;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>Which models run in a process of their own.</summary>
internal enum IsolationMode
{
    /// <summary>Those that the manifest does not mark as trusted.</summary>
    Untrusted,
    All,
    None,
}

/// <summary><c>--isolate</c> and <c>--no-isolate</c>.</summary>
internal static class IsolationOptions
{
    public static readonly Option<bool> Isolate = new("--isolate")
    {
        Description = "Run every model in a process of its own, so that one that crashes takes nothing with it.",
    };

    public static readonly Option<bool> NoIsolate = new("--no-isolate")
    {
        Description = "Run every model inside the tool's own process.",
    };

    public static void AddTo(CheckedCommand command)
    {
        command.Add(Isolate);
        command.Add(NoIsolate);
        command.Checks.Add(Problems);
    }

    public static IsolationMode ModeOf(ParseResult parsed) =>
        parsed.GetValue(NoIsolate) ? IsolationMode.None : parsed.GetValue(Isolate) ? IsolationMode.All : IsolationMode.Untrusted;

    private static IEnumerable<string> Problems(CommandResult parsed) =>
        parsed.GetValue(Isolate) && parsed.GetValue(NoIsolate) ? ["'--isolate' and '--no-isolate' are opposites; give one of them."] : [];
}

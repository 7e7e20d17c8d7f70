using System.CommandLine;
using System.CommandLine.Parsing;

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

    public static void AddTo(Command command)
    {
        command.Add(Isolate);
        command.Add(NoIsolate);
        command.Validators.Add(Check);
    }

    public static IsolationMode ModeOf(ParseResult parsed) =>
        parsed.GetValue(NoIsolate) ? IsolationMode.None : parsed.GetValue(Isolate) ? IsolationMode.All : IsolationMode.Untrusted;

    private static void Check(CommandResult result)
    {
        if (result.GetValue(Isolate) && result.GetValue(NoIsolate))
        {
            result.AddError("'--isolate' and '--no-isolate' are opposites; give one of them.");
        }
    }
}

using System.CommandLine;
using IzzyViz.Analysis.Storage;
using IzzyViz.SiteGen.Cli.Reporters;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary><c>clean</c>: removes stored results; never a site.</summary>
internal static class CleanCommand
{
    private static readonly Option<bool> All = new("--all") { Description = "Remove every result, not only those unused for thirty days." };

    public static Command Create()
    {
        var command = new Command("clean", "Removes results from the store; the next build computes what it misses.")
        {
            CommonOptions.Store,
            All,
        };
        command.SetAction(parsed =>
        {
            var store = new ResultStore(parsed.GetRequiredValue(CommonOptions.Store));
            var removed = store.Clean(parsed.GetValue(All) ? StoreScope.All : StoreScope.Stale);
            var left = store.Measure();
            Talk.From(parsed).Say($"removed {Talk.Plural(removed.Count, "result")} ({removed.Bytes:N0} bytes), kept {left.Count} ({left.Bytes:N0} bytes)");
            return (int)ExitCode.Done;
        });
        return command;
    }
}

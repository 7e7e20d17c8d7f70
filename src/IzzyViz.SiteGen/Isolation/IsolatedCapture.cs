using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Runs;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>The verb <c>capture</c> in a process of its own, which writes the file.</summary>
internal static class IsolatedCapture
{
    /// <param name="arguments">The whole command line.</param>
    /// <exception cref="ModelCrashException">The process ended instead.</exception>
    public static async Task RunAsync(ImmutableArray<string> arguments, string model, DiagnosticBag bag, CancellationToken cancellation)
    {
        using var child = ChildProcess.Start();
        try
        {
            Replies.Settle((await child.AskAsync(new RunCapture(arguments), cancellation)).Reply, bag);
        }
        catch (ProcessEndedException ended)
        {
            throw Replies.Crash(ended.Ending, (model, "while it was captured"), new(model));
        }
    }
}

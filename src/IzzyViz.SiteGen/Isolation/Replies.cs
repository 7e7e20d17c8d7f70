using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Runs;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Cli.Reporters;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>What a process of ours says or does, in the words of the rest of the tool.</summary>
internal static class Replies
{
    /// <exception cref="DiagnosticException">The process could not do the work.</exception>
    /// <exception cref="ProcessEndedException">It could not for want of memory, which leaves it in no state to go on.</exception>
    public static void Settle(Reply reply, DiagnosticBag bag)
    {
        bag.AddRange(reply.Findings);
        if (reply.Failure is not { } failure)
        {
            return;
        }

        if (failure.Descriptor == EnvironmentDiagnostics.OutOfMemory)
        {
            throw new ProcessEndedException(ProcessEnding.OutOfMemory);
        }

        throw new DiagnosticException(failure, reply.Stack is null ? null : new InvalidOperationException(reply.Stack));
    }

    public static ModelCrashException Crash(ProcessEnding ending, (string Model, string Where) what, SourceLocation location)
    {
        var said = ending.LastLine.Length == 0 ? ending.Words : $"{ending.Words}, after saying: {PlainText.OneLine(ending.LastLine)}";
        var descriptor = ending.IsForMemory ? RunDiagnostics.ModelKilled : RunDiagnostics.ModelCrashed;
        return new(descriptor.At(location, what.Model, what.Where, said), $"{what.Where}: {ending.Words}");
    }
}

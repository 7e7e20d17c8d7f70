using System.Globalization;

namespace IzzyViz.SiteGen.Isolation;

/// <summary>How a process ended that was not to end.</summary>
internal sealed record ProcessEnding(int ExitCode)
{
    // A process that a signal ended has this and the signal's number as its exit code.
    private const int SignalBase = 128;
    private const int Kill = 9;

    public static readonly ProcessEnding OutOfMemory = new(0) { Words = "out of memory", IsForMemory = true };

    /// <summary>The same on every machine with the same system: "signal 11 (segmentation fault)".</summary>
    public string Words { get; private init; } = Describe(ExitCode);

    /// <summary>What a system that is short of memory does.</summary>
    public bool IsForMemory { get; private init; } = ExitCode is SignalBase + Kill or unchecked((int)0xC0000017);

    /// <summary>The last line it wrote to its standard error; empty where it wrote none.</summary>
    public string LastLine { get; init; } = "";

    private static string Describe(int code) => code switch
    {
        SignalBase + 4 => "signal 4 (illegal instruction)",
        SignalBase + 6 => "signal 6 (aborted)",
        SignalBase + 7 or SignalBase + 10 => string.Create(CultureInfo.InvariantCulture, $"signal {code - SignalBase} (bus error)"),
        SignalBase + 8 => "signal 8 (arithmetic fault)",
        SignalBase + Kill => "signal 9 (killed)",
        SignalBase + 11 => "signal 11 (segmentation fault)",
        SignalBase + 15 => "signal 15 (asked to end)",
        unchecked((int)0xC0000005) => "access violation",
        unchecked((int)0xC00000FD) => "stack overflow",
        unchecked((int)0xC0000409) => "aborted",
        unchecked((int)0xC0000017) => "out of memory",
        < 0 => $"exit code 0x{code:X8}",
        _ => string.Create(CultureInfo.InvariantCulture, $"exit code {code}"),
    };
}

/// <summary>The process ended instead of answering.</summary>
internal sealed class ProcessEndedException(ProcessEnding ending) : Exception(ending.Words)
{
    public ProcessEnding Ending { get; } = ending;
}

using System.Diagnostics;
using IzzyViz.Fuzzing.Targets;

namespace IzzyViz.Fuzzing.Running;

/// <summary>What one input did to a reader.</summary>
/// <param name="Allocated">Bytes of managed memory asked for on the way, which is at least what was held at once.</param>
/// <param name="Fault">Null where the reader gave a result or its own error, and in bounded memory.</param>
internal sealed record Trial(TimeSpan Time, long Allocated, Exception? Fault)
{
    private const long FreeBytes = 256 << 20;
    private const long BytesPerByte = 2000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static Trial Of(FuzzTarget target, byte[] input)
    {
        var (allocated, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        Exception? fault = null;
        try
        {
            target.Read(input);
        }
        catch (Exception e)
        {
            fault = e;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        fault ??= allocated > FreeBytes + (BytesPerByte * input.Length) ? new InsufficientMemoryException($"it asked for {allocated >> 20} MB") : null;
        return new(clock.Elapsed, allocated, fault);
    }

    /// <summary>Whether it took longer than any input of a fuzzer's size should. Depends on the machine, so that no test asks.</summary>
    public bool IsSlow => Time > Longest;

    /// <summary>Findings with the same one are the same finding: the kind of fault and where it happened. Empty where there is none.</summary>
    public string Signature => Fault is not null ? $"{Fault.GetType().Name}-{Place(Fault)}" : IsSlow ? "slow" : "";

    private static string Place(Exception fault) =>
        new StackTrace(fault).GetFrames().Select(f => f.GetMethod()).FirstOrDefault(m => m?.DeclaringType?.FullName is { } n && n.StartsWith("IzzyViz", StringComparison.Ordinal)) is { } method
            ? string.Concat($"{method.DeclaringType!.Name}.{method.Name}".Where(c => char.IsAsciiLetterOrDigit(c) || c == '.'))
            : "nowhere";
}

using System.Diagnostics;
using System.Globalization;

namespace IzzyViz.Benchmarks.Building;

/// <summary>Processor time of this process and of those it started.</summary>
internal static class ProcessorTime
{
    private const int TicksPerSecond = 100;
    private const int ChildrenUser = 13;
    private const int ChildrenSystem = 14;

    public static TimeSpan Now() => Process.GetCurrentProcess().TotalProcessorTime + OfChildren();

    /// <summary>
    /// Of processes that this one started and that have ended, theirs included: fields 16 and 17 of <c>proc(5)</c>'s stat, in hundredths of a second,
    /// counted here from behind the name.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">The system has no <c>/proc</c>: a number without the children would be wrong, not small.</exception>
    public static TimeSpan OfChildren()
    {
        if (!File.Exists("/proc/self/stat"))
        {
            throw new PlatformNotSupportedException("Processor time of other processes is read from /proc, which this system does not have.");
        }

        var line = File.ReadAllText("/proc/self/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[ChildrenUser], CultureInfo.InvariantCulture) + long.Parse(fields[ChildrenSystem], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / (double)TicksPerSecond);
    }
}

using System.Diagnostics;
using System.Globalization;

namespace IzzyViz.Benchmarks.Building;

/// <summary>Processor time of this process and, where the system tells (<c>/proc</c>), of those it started and that have ended.</summary>
internal static class ProcessorTime
{
    private const int TicksPerSecond = 100;
    private const int ChildrenUser = 13;
    private const int ChildrenSystem = 14;

    public static TimeSpan Now() => Process.GetCurrentProcess().TotalProcessorTime + OfChildren();

    /// <summary>Fields 16 and 17 of <c>proc(5)</c>'s stat, counted here from behind the name.</summary>
    private static TimeSpan OfChildren()
    {
        if (!File.Exists("/proc/self/stat"))
        {
            return TimeSpan.Zero;
        }

        var line = File.ReadAllText("/proc/self/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[ChildrenUser], CultureInfo.InvariantCulture) + long.Parse(fields[ChildrenSystem], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / (double)TicksPerSecond);
    }
}

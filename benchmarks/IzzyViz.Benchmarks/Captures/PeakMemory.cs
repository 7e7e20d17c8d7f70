using System.Diagnostics;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>The largest resident size of this process.</summary>
internal static class PeakMemory
{
    public static double Megabytes => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    /// <summary>Making a model takes memory too; where the system allows it, the peak is counted from here.</summary>
    public static void Forget()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }
}

using System.Diagnostics;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>CPU time of the whole process, collection of garbage included: the mean of as many calls as fill half a second, after a second of warm-up.</summary>
internal static class ProcessorCost
{
    private const int WarmUp = 1000;

    public static (string Svg, double Milliseconds) Of(Func<string> draw)
    {
        var svg = draw();
        Repeat(draw, WarmUp);
        var from = Environment.CpuUsage.TotalTime;
        var times = Repeat(draw, 500);
        return (svg, (Environment.CpuUsage.TotalTime - from).TotalMilliseconds / times);
    }

    private static int Repeat(Func<string> draw, int milliseconds)
    {
        var (watch, times) = (Stopwatch.StartNew(), 0);
        for (; watch.ElapsedMilliseconds < milliseconds || times < 5; times++)
        {
            draw();
        }

        return times;
    }
}

namespace IzzyViz.Benchmarks.Figures;

/// <summary>
/// CPU time of the whole process, collection of garbage included: the mean of many calls, after as many as let the compiler finish.
/// Counted in calls, so that a busy machine measures no other state than a quiet one.
/// </summary>
internal static class ProcessorCost
{
    private const int WarmUp = 400;
    private const int Calls = 200;

    public static (string Svg, double Milliseconds) Of(Func<string> draw)
    {
        var svg = Repeat(draw, WarmUp);
        var from = Environment.CpuUsage.TotalTime;
        Repeat(draw, Calls);
        return (svg, (Environment.CpuUsage.TotalTime - from).TotalMilliseconds / Calls);
    }

    private static string Repeat(Func<string> draw, int times)
    {
        for (var i = 1; i < times; i++)
        {
            draw();
        }

        return draw();
    }
}

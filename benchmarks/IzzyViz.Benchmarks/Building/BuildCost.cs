using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Benchmarks.Building;

/// <summary>
/// Processor time of whole builds over a model of BERT base's size, with the model in the tool's process and in one of its own, against plain runs of
/// the same inputs: <c>-- build-cost ROWS [ROUNDS]</c>. The same two builds of any manifest: <c>-- isolation-cost MANIFEST [ROUNDS]</c>.
/// </summary>
internal static class BuildCost
{
    private const int Tokens = 128;
    private const int Drawn = 4;

    public static void Write(TextWriter output, int rows, int rounds)
    {
        using var site = new BertSite(rows, Tokens, Drawn);
        var build = new ToolBuild(site.Folder, site.Folder);
        SideBySide.Write(output, rounds, ("plain runs", () => PlainRuns(site, rows)), ("build", () => build.First("--no-isolate")), ("isolated build", () => build.First("--isolate")));
    }

    public static void WriteIsolation(TextWriter output, string manifest, int rounds)
    {
        var scratch = Directory.CreateTempSubdirectory("izzyviz-build-").FullName;
        var build = new ToolBuild(manifest, scratch);
        SideBySide.Write(output, rounds, ("build", () => build.First("--no-isolate")), ("isolated build", () => build.First("--isolate")));
        Directory.Delete(scratch, recursive: true);
    }

    private static TimeSpan PlainRuns(BertSite site, int rows)
    {
        var before = Environment.CpuUsage.TotalTime;
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(site.Model, options);
        using var run = new RunOptions();
        for (var row = 0; row < rows; row++)
        {
            using var input = OrtValue.CreateTensorValueFromMemory(site.Ids(row).Select(i => (long)i).ToArray(), [1, Tokens]);
            using var results = session.Run(run, ["input_ids"], [input], session.OutputNames);
        }

        return Environment.CpuUsage.TotalTime - before;
    }
}

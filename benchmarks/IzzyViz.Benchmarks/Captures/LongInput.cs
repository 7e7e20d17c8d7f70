using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>
/// A model of 32 layers and 32 heads on a long input, one way per process, because what is told is the process's peak memory:
/// <c>dotnet run -c Release -- long-input plain|statistics|visit|whole 4096</c>. The bound is a plain run and one layer's maps.
/// </summary>
internal static class LongInput
{
    private static readonly BertSizes Sizes = new(32, 32, 8, 1024);

    public static ImmutableArray<int> Ids(int length) => [.. Enumerable.Range(0, length).Select(i => (i * 37) % 1000)];

    public static void Write(string way, int length, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-long-");
        try
        {
            RandomBert.Write(Path.Combine(folder.FullName, "model.onnx"), Sizes);
            PeakMemory.Forget();
            var model = ModelFolder.Find(folder.FullName, null, new DiagnosticBag())!;
            var watch = Stopwatch.StartNew();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var told = way == "plain" ? Plain(model, length) : Captured(model, length, way);
            var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way}, {length} tokens{told}: {watch.Elapsed.TotalSeconds:0.0} s, {spent.TotalSeconds:0.0} s of processor time, peak {PeakMemory.Megabytes:0} MB; one layer's maps are {Sizes.Heads * (double)length * length * sizeof(float) / 1e6:0} MB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Plain(ModelFolder model, int length)
    {
        using var runner = new GraphRunner(GraphAnalysis.Open(model.Graphs[0], useCache: false, new DiagnosticBag())!, model.Config, new());
        using var results = runner.RunPlain(runner.Feeds(new ModelInput { Source = Ids(length) }.ToTensors()));
        return "";
    }

    private static string Captured(ModelFolder model, int length, string way)
    {
        using var session = ModelSession.Open(model, new() { MapMemory = way == "whole" ? long.MaxValue : 1 << 20 });
        var measured = new MeasuredHeads(Ids(length));
        using var capture = session.Visit(new ModelInput { Source = Ids(length) }, module => (way == "visit" ? _ => { } : (Action<CapturedModule>)measured.Add)(module));
        return $", {measured.Modules} modules {(measured.IsSound ? "proved" : "not proved")}";
    }
}

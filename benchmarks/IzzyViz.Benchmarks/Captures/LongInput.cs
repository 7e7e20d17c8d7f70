using System.Collections.Immutable;
using System.Diagnostics;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>
/// A model of 32 layers and 32 heads on a long input, one way per process, because what is told is the process's peak memory:
/// <c>dotnet run -c Release -- long-input plain|statistics|visit|whole 4096</c>. Both ways of taking statistics print their sum and can be compared.
/// </summary>
internal static class LongInput
{
    private static readonly BertSizes Sizes = new(32, 32, 8, 1024);

    public static void Write(string way, int length, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-long-");
        try
        {
            RandomBert.Write(Path.Combine(folder.FullName, "model.onnx"), Sizes);
            ForgetPeak();
            var model = ModelFolder.Find(folder.FullName, null, new DiagnosticBag())!;
            var watch = Stopwatch.StartNew();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            Run(way, model, length, output);
            var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
            output.WriteLine($"{way}, {length} tokens: {watch.Elapsed.TotalSeconds:0.0} s, {spent.TotalSeconds:0.0} s of processor time, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB; one layer's maps are {32.0 * length * length * 4 / 1e6:0} MB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Making the model takes memory too; where the system allows it, the peak is counted from here.</summary>
    private static void ForgetPeak()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    private static void Run(string way, ModelFolder model, int length, TextWriter output)
    {
        ImmutableArray<int> ids = [.. Enumerable.Range(0, length).Select(i => (i * 37) % 1000)];
        var input = new ModelInput { Source = ids };
        if (way == "plain")
        {
            using var runner = new GraphRunner(GraphAnalysis.Open(model.Graphs[0], useCache: false, new DiagnosticBag())!, model.Config, new());
            using var results = runner.RunPlain(runner.Feeds(input.ToTensors()));
            return;
        }

        using var session = ModelSession.Open(model, new() { MapMemory = way == "whole" ? long.MaxValue : 1 << 20 });
        var measured = new Measured(ids, way != "visit");
        using var capture = session.Visit(input, measured.Add);
        output.WriteLine(measured.Summary());
    }

    private sealed class Measured(ImmutableArray<int> ids, bool withStatistics)
    {
        private readonly TokenSequence _tokens = new() { Tokens = [.. ids.Select((id, i) => new Token(id, $"{id}", i, i + 1, 0, false, 0, i))] };
        private readonly double[] _sums = new double[StatisticCatalogue.All.Length];
        private HeadStatistics? _statistics;
        private int _modules;

        public void Add(CapturedModule module)
        {
            _modules += module.Check.Passed ? 1 : 0;
            _statistics ??= new(new(_tokens, _tokens, module.Mask), module.Module.Kind, StatisticCatalogue.All);
            var values = new double[_sums.Length];
            for (var head = 0; head < module.Heads && withStatistics; head++)
            {
                _statistics.Compute(module.Head(head), values);
                for (var i = 0; i < values.Length; i++)
                {
                    _sums[i] += double.IsNaN(values[i]) ? 0 : values[i] * (1 + (head % 7));
                }
            }
        }

        public string Summary() => $"{_modules} modules passed; {string.Join(' ', _sums.Select(s => s.ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture)))}";
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>
/// What capturing every head costs against running the model alone, in processor time: the two run in turn in one process, so that a busy machine
/// troubles both alike. <c>dotnet run -c Release -- capture-ratio plain|packed|multihead|grouped|standard|quantised[-causal][-past] 128 512</c>; with a past,
/// as many tokens again are in the cache.
/// </summary>
internal static class CaptureRatio
{
    private const int Rounds = 9;
    private const int NoLayer = int.MaxValue;

    public static void Write(string form, IEnumerable<int> lengths, TextWriter output)
    {
        var words = form.Split('-');
        var sizes = BertSizes.Base with { Form = Enum.Parse<AttentionForm>(words[0], ignoreCase: true), IsCausal = words.Contains("causal"), HasPast = words.Contains("past") };
        var folder = Directory.CreateTempSubdirectory("izzyviz-capture-");
        try
        {
            RandomBert.Write(Path.Combine(folder.FullName, "model.onnx"), sizes);
            var model = ModelFolder.Find(folder.FullName, null, new DiagnosticBag())!;
            using var plain = Plain(model);
            using var taps = Session(model, verify: false);
            using var verified = Session(model, verify: true);
            foreach (var length in lengths)
            {
                var input = new ModelInput { Source = [.. Enumerable.Range(0, length).Select(i => (i * 37) % 1000)], Extra = sizes.Pasts(length) };
                output.WriteLine($"{form}, {length} tokens: {Compared(input.ToTensors(), (plain, taps, verified))}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Compared(IReadOnlyDictionary<string, Tensor> tensors, (GraphRunner Plain, ModelSession Taps, ModelSession Verified) sessions)
    {
        var feeds = sessions.Plain.Feeds(tensors);
        var rounds = Interleaved(
            () => { using var results = sessions.Plain.RunPlain(feeds); },
            () => { using var capture = sessions.Taps.Run(tensors); },
            () => Check(sessions.Verified, tensors));
        double Time(int run) => Median(rounds.Select(r => r[run]));
        double Ratio(int run) => Median(rounds.Select(r => r[run] / r[0]));
        return string.Create(CultureInfo.InvariantCulture, $"plain {Time(0):0.0} ms; capture {Time(1):0.0} ms, ratio {Ratio(1):0.000}; with checks of values {Time(2):0.0} ms, ratio {Ratio(2):0.000}");
    }

    /// <summary>A check that was not taken would cost nothing.</summary>
    private static void Check(ModelSession session, IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var capture = session.Run(tensors);
        if (capture.Modules.Any(m => !m.Check.Passed || double.IsNaN(m.Check.ValueError)))
        {
            throw new InvalidOperationException($"not proved: {string.Join("; ", capture.Findings.Select(f => f.Message).Append("no check of values").Take(2))}");
        }
    }

    /// <summary>Processor time in milliseconds, <c>[round][run]</c>. Each round begins with another, so that none always finds the memory that the one before it has warmed.</summary>
    private static ImmutableArray<double[]> Interleaved(params ImmutableArray<Action> runs)
    {
        var rounds = ImmutableArray.CreateBuilder<double[]>();
        for (var round = 0; round <= Rounds; round++)
        {
            var times = new double[runs.Length];
            for (var turn = 0; turn < runs.Length; turn++)
            {
                var i = (round + turn) % runs.Length;
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                runs[i]();
                times[i] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            }

            rounds.Add(times);
        }

        // The first round warms up.
        return [.. rounds.Skip(1)];
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static GraphRunner Plain(ModelFolder model) =>
        new(GraphAnalysis.Open(model.Graphs[0], useCache: false, new DiagnosticBag())!, model.Config, new() { Threads = 1, Layers = [NoLayer] });

    private static ModelSession Session(ModelFolder model, bool verify) => ModelSession.Open(model, new() { Threads = 1, Verify = verify });
}

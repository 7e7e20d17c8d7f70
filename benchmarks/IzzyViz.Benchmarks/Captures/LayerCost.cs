using System.Diagnostics;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>What <c>--layers 0</c> saves: processor time of a capture of the first layer, half of the layers, and all. <c>dotnet run -c Release -- layer-cost 128</c>.</summary>
internal static class LayerCost
{
    private const int Rounds = 5;

    public static void Write(int length, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-layers-");
        try
        {
            RandomBert.Write(Path.Combine(folder.FullName, "model.onnx"), BertSizes.Base);
            var model = ModelFolder.Find(folder.FullName, null, new DiagnosticBag())!;
            foreach (var layers in new[] { 1, 6, 12 })
            {
                Write(model, layers, length, output);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(ModelFolder model, int layers, int length, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        using var session = ModelSession.Open(model, new() { Threads = 1, WithOutputs = false, Calibrate = false, Layers = [.. Enumerable.Range(0, layers)] });
        var input = new ModelInput { Source = [.. Enumerable.Range(0, length).Select(i => (i * 37) % 1000)] };
        session.Run(input).Dispose();
        var first = watch.ElapsedMilliseconds;
        var times = Enumerable.Range(0, Rounds).Select(_ => Time(session, input)).Order().ToList();
        output.WriteLine($"layers 0-{layers - 1}, {length} tokens: loaded and run in {first} ms, then {times[Rounds / 2]:0.0} ms of processor time a run");
    }

    private static double Time(ModelSession session, ModelInput input)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        session.Run(input).Dispose();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}

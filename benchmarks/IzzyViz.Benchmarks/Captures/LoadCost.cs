using System.Diagnostics;
using System.Globalization;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Benchmarks.Captures;

/// <summary>
/// What opening a model of BERT base's size (433 MB) costs in time and memory, one way per process:
/// <c>dotnet run -c Release -- load-cost write|runtime|inspect|session</c>; the first writes the model that the others open.
/// </summary>
internal static class LoadCost
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "izzyviz-load");

    private static readonly string ModelPath = Path.Combine(Folder, "model.onnx");

    public static void Write(string way, TextWriter output)
    {
        if (way == "write")
        {
            Directory.CreateDirectory(Folder);
            RandomBert.Write(ModelPath, BertSizes.Base with { Vocabulary = 30522 });
            return;
        }

        var watch = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var told = Open(way);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way} of {new FileInfo(ModelPath).Length / 1e6:0} MB: {told}, {watch.Elapsed.TotalSeconds:0.00} s, {spent.TotalSeconds:0.00} s of processor time, peak {PeakMemory.Megabytes:0} MB"));
    }

    private static string Open(string way)
    {
        if (way == "runtime")
        {
            using var plain = new InferenceSession(ModelPath);
            return $"{plain.OutputNames.Count} output";
        }

        var model = ModelFolder.Find(Folder, null, new DiagnosticBag())!;
        if (way == "inspect")
        {
            return $"{ModelReader.Inspect(model, new DiagnosticBag())!.Modules.Length} modules";
        }

        using var session = ModelSession.Open(model);
        return $"{session.Modules.Length} modules";
    }
}

using System.Diagnostics;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Benchmarks.Captures;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Isolation;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Benchmarks.Building;

/// <summary>
/// Processor time of a whole build over a model of BERT base's size against plain runs of the same inputs, and of a second build that finds
/// everything in the store, and of the same build with the model in a process of its own. <c>dotnet run -c Release -- build-cost ROWS</c>.
/// </summary>
internal static class BuildCost
{
    private const int Tokens = 128;

    public static async Task WriteAsync(TextWriter output, int rows)
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-build-").FullName;
        try
        {
            var model = Path.Combine(folder, "model.onnx");
            RandomBert.Write(model, BertSizes.Base);
            await File.WriteAllLinesAsync(Path.Combine(folder, "rows.jsonl"), Enumerable.Range(0, rows).Select(r => $$"""{"id": "{{r}}", "ids": [{{string.Join(',', Ids(r))}}]}"""));
            await File.WriteAllTextAsync(Path.Combine(folder, "site.yml"), """
                title: Cost
                models: [ { id: bert, path: model.onnx } ]
                datasets: [ { id: rows, path: rows.jsonl, columns: { id: id, input-ids: ids } } ]
                galleries: [ { examples: 4 } ]
                """);
            var plain = await TimeAsync(() => RunPlain(model, rows));
            var first = await TimeAsync(() => BuildAsync(folder, "inside", IsolationMode.None));
            var second = await TimeAsync(() => BuildAsync(folder, "inside", IsolationMode.None));
            var isolated = await TimeAsync(() => BuildAsync(folder, "outside", IsolationMode.All));
            output.WriteLine($"{rows} rows of {Tokens} tokens, processor and wall time: plain runs {plain}; build {first}, ratio {first.Processor / plain.Processor:0.000}; second build {second}, {second.Processor / first.Processor:0.0%} of the first; isolated {isolated}, {isolated.Processor / first.Processor:0.000} of the first");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<int> Ids(int row) => Enumerable.Range(0, Tokens).Select(i => ((i * 37) + (row * 11)) % 1000);

    private static Task RunPlain(string model, int rows)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(model, options);
        using var run = new RunOptions();
        for (var row = 0; row < rows; row++)
        {
            using var input = OrtValue.CreateTensorValueFromMemory(Ids(row).Select(i => (long)i).ToArray(), [1, Tokens]);
            using var results = session.Run(run, ["input_ids"], [input], session.OutputNames);
        }

        return Task.CompletedTask;
    }

    private static async Task BuildAsync(string folder, string name, IsolationMode isolation)
    {
        var request = new BuildRequest { Manifest = folder, Output = Path.Combine(folder, name), Store = Path.Combine(folder, name + "-store"), Threads = 1, Isolation = isolation };
        var bag = new DiagnosticBag();
        var result = await new SiteBuilder(request, new Talk(TextWriter.Null, Verbosity.Quiet)).BuildAsync(bag, CancellationToken.None);
        _ = result ?? throw new InvalidOperationException(string.Join('\n', bag.Items.Select(d => d.Message)));
    }

    private static async Task<Cost> TimeAsync(Func<Task> work)
    {
        var (before, watch) = (ProcessorTime.Now(), Stopwatch.StartNew());
        await work();
        return new((ProcessorTime.Now() - before).TotalSeconds, watch.Elapsed.TotalSeconds);
    }

    private sealed record Cost(double Processor, double Wall)
    {
        public override string ToString() => $"{Processor:0.0} s ({Wall:0.0} s)";
    }
}

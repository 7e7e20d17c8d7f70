using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Runs;

/// <summary>The repository's own models over rows written for a test.</summary>
internal static class DemoRuns
{
    public static RunModel Model(string name)
    {
        var bag = new DiagnosticBag();
        var folder = ModelFolder.Find(Path.Combine(Repository.Folder, "models", name), null, bag)!;
        return new(name, folder, ModelReader.Inspect(folder, bag)!, folder.ContentHash(), CaptureOptions.Default);
    }

    public static RunRequest Request(RunModel model, TempFolder folder, params ImmutableArray<string> rows) => new()
    {
        Model = model,
        Dataset = new()
        {
            Id = "rows",
            Path = folder.Write("rows.jsonl", string.Concat(rows.Select(r => r + "\n"))),
            Format = DatasetFormat.JsonLines,
            Columns = new() { Id = "id", Text = "text", Label = "label", Target = rows.Any(r => r.Contains("\"target\"", StringComparison.Ordinal)) ? "target" : null },
        },
        Slice = new() { DatasetId = "rows", Id = "all" },
        Statistics = StatisticCatalogue.All,
        ShownExamples = 1,
    };

    public static string Row(string id, string text, string label = "positive") => $$"""{"id": "{{id}}", "text": "{{text}}", "label": "{{label}}"}""";
}

using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Storage;
using IzzyViz.Testing;

namespace IzzyViz.Analysis.Tests.Runs;

public sealed class AnalysisRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DiagnosticBag _bag = new();
    private int _computed;

    [Fact]
    public async Task A_second_run_computes_nothing_and_gives_the_same_table()
    {
        var request = DemoRuns.Request(DemoRuns.Model("polarity"), _folder, DemoRuns.Row("a", "The plot was dull.", "negative"), DemoRuns.Row("b", "We loved the wine."));
        var first = await RunAsync(request);
        Assert.Equal(2, _computed);

        var second = await RunAsync(request);

        Assert.Equal(2, _computed);
        Assert.Equal(first.Table.Values.ToArray(), second.Table.Values.ToArray());
        Assert.Equal(first.Table.Examples.Select(e => e.Outputs), second.Table.Examples.Select(e => e.Outputs));
        Assert.Equal(first.Shown, second.Shown);
        Assert.Empty(_bag.Items);
    }

    [Fact]
    public async Task An_edited_row_is_the_only_one_computed_again()
    {
        var model = DemoRuns.Model("polarity");
        await RunAsync(DemoRuns.Request(model, _folder, DemoRuns.Row("a", "The plot was dull."), DemoRuns.Row("b", "We loved the wine."), DemoRuns.Row("c", "The soup was cold.")));

        await RunAsync(DemoRuns.Request(model, _folder, DemoRuns.Row("a", "The plot was dull."), DemoRuns.Row("b", "We loved the soup."), DemoRuns.Row("c", "The soup was cold.")));

        Assert.Equal(4, _computed);
    }

    [Fact]
    public async Task Shown_examples_keep_maps_whose_rows_sum_to_one_and_others_do_not()
    {
        var store = new ResultStore(_folder["store"]);
        var result = await RunAsync(DemoRuns.Request(DemoRuns.Model("polarity"), _folder, DemoRuns.Row("a", "The plot was dull."), DemoRuns.Row("b", "We loved the wine.")));

        var shown = Assert.Single(result.Shown);
        var example = AnalysisRunner.Load(store, shown.Key);
        Assert.Equal(12, example.Maps.Count());
        Assert.All(example.Maps, map => Assert.All(Enumerable.Range(0, map.Axes.Queries.Count), q =>
            Assert.Equal(1, Enumerable.Range(0, map.Axes.Keys.Count).Sum(k => (double)map[q, k]), 1e-5)));
        Assert.Equal(["positive", "negative"], example.Outputs.Classification!.Classes.Select(c => c.Label).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task A_decoder_is_masked_and_predicts_the_repetition()
    {
        var result = await RunAsync(DemoRuns.Request(DemoRuns.Model("induction/step-1000"), _folder, DemoRuns.Row("a", "mink koi lion deer fox mink koi lion deer fox")));
        var example = AnalysisRunner.Load(new(_folder["store"]), result.Shown[0].Key);

        var map = example.Maps.First();
        Assert.False(map.Axes.Mask[0, 1]);
        Assert.Equal(0, map[0, 1]);
        Assert.All(example.Outputs.Language!.Tokens[7..], t => Assert.Equal(t.Id, t.Top[0].Id));
    }

    [Fact]
    public async Task A_translator_writes_and_is_judged()
    {
        const string Row = """{"id": "a", "text": "3 March 1997", "label": "long", "target": "1997-03-03"}""";
        var result = await RunAsync(DemoRuns.Request(DemoRuns.Model("dates"), _folder, Row));
        var example = AnalysisRunner.Load(new(_folder["store"]), result.Shown[0].Key);

        Assert.Equal(new("1997-03-03", true), example.Outputs.Translation);
        Assert.Equal(["cross", "decoder", "encoder"], example.Modules.Select(m => m.Module.Name.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));
        var cross = example.Maps.First(m => m.Head.Kind == AttentionKind.Cross);
        Assert.Equal((example.Target!.Count, example.Source.Count), (cross.Axes.Queries.Count, cross.Axes.Keys.Count));
    }

    [Fact]
    public async Task A_text_longer_than_the_model_is_cut_and_named_every_time()
    {
        var text = string.Concat(Enumerable.Repeat("the plot was dull and ", 20));
        var request = DemoRuns.Request(DemoRuns.Model("polarity"), _folder, DemoRuns.Row("short", "The plot was dull."), DemoRuns.Row("long", text));
        for (var run = 1; run <= 2; run++)
        {
            var result = await RunAsync(request);

            Assert.Equal(64, result.Table.Examples[1].Tokens);
            Assert.Equal(run, _bag.Items.Count(d => d.Code == "IZV2503" && d.Location.Line == 2));
        }
    }

    [Fact]
    public async Task Capturing_leaves_the_outputs_as_they_were()
    {
        var model = DemoRuns.Model("polarity");
        using var runtime = new ModelRuntime(model);
        var request = DemoRuns.Request(model, _folder, DemoRuns.Row("a", "The plot was dull."));

        var difference = await OutputCheck.TakeAsync(request, runtime, new(_folder["store"]), TestContext.Current.CancellationToken);

        Assert.InRange(difference!.Value, 0, 1e-6);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<RunResult> RunAsync(RunRequest request)
    {
        using var runtime = new ModelRuntime(request.Model);
        var runner = new AnalysisRunner(new(_folder["store"]), _bag, new Counter(() => _computed++));
        return await runner.RunAsync(request, runtime, TestContext.Current.CancellationToken);
    }

    private sealed class Counter(Action count) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.WasComputed)
            {
                count();
            }
        }
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Storage;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>Every run of a plan, model by model, so that one model is loaded at a time.</summary>
internal sealed class RunStage(ResultStore store, ModelRuntimes runtimes, IStages stages)
{
    private readonly ShownExamples _shown = new(store);

    private readonly Dictionary<RunPlan, ImmutableArray<ShownResult>> _compared = [];

    /// <summary>How many examples had to be computed.</summary>
    public int Computed { get; private set; }

    /// <summary>What runs found out.</summary>
    public required DiagnosticBag Findings { get; init; }

    /// <summary>Runs that took their process with them. They cost the site nothing but their own pages.</summary>
    public DiagnosticBag Crashes { get; } = new();

    /// <returns>The models' cards in the order of the models, and the runs in the order of the plan.</returns>
    public async Task<(ImmutableArray<ModelCard> Models, ImmutableArray<RunContent> Runs)> RunAsync(
        SitePlan plan, ImmutableArray<LoadedModel> models, SliceCounts counts, CancellationToken cancellation)
    {
        var runs = new Dictionary<RunPlan, RunContent>();
        var cards = ImmutableArray.CreateBuilder<ModelCard>();
        foreach (var model in models)
        {
            var own = plan.Runs.Where(r => r.Model.Id == model.Plan.Id).ToList();
            var stage = stages.Begin(model.Plan.Id, own.Sum(r => counts.Of(r.Slice)));
            cards.Add(await RunAsync(model, own, (stage, runs), cancellation));
        }

        return (cards.ToImmutable(), [.. plan.Runs.Where(runs.ContainsKey).Select(r => runs[r])]);
    }

    /// <summary>Compares what was run; examples with maps come from the same small cache that pages use.</summary>
    public ImmutableArray<ComparisonContent> Compare(ImmutableArray<ComparisonPlan> plans, ImmutableArray<RunContent> runs) =>
        new ComparisonStage(new(store, _shown.Load), [.. runs.Select(r => new ComparedRun(r, _compared[r.Plan]))]).Compare(plans, stages);

    private async Task<ModelCard> RunAsync(
        LoadedModel model, List<RunPlan> own, (IStage Stage, Dictionary<RunPlan, RunContent> Runs) into, CancellationToken cancellation)
    {
        using var runtime = runtimes.Open(model);
        var crashes = ImmutableArray.CreateBuilder<CrashedRun>();
        foreach (var run in own)
        {
            try
            {
                into.Runs[run] = await RunAsync(run, runtime, into.Stage, cancellation);
            }
            catch (ModelCrashException crash)
            {
                Crashes.Add(crash.Diagnostic);
                crashes.Add(new(run.Slice.Address, crash.Ending));
            }
        }

        var difference = own is [var first, ..] && crashes.Count == 0 ? await CompareAsync(first, runtime, cancellation) : null;
        return ModelCards.Make(model, difference) with { Crashes = crashes.ToImmutable() };
    }

    private async Task<double?> CompareAsync(RunPlan run, IModelRuntime runtime, CancellationToken cancellation)
    {
        try
        {
            return await OutputCheck.TakeAsync(RunRequests.Of(run, runtime.Model), runtime, store, cancellation);
        }
        catch (ModelCrashException crash)
        {
            Crashes.Add(crash.Diagnostic);
            return null;
        }
    }

    private async Task<RunContent> RunAsync(RunPlan plan, IModelRuntime runtime, IStage stage, CancellationToken cancellation)
    {
        var runner = new AnalysisRunner(store, Findings, new Progress(this, stage));
        var result = await runner.RunAsync(RunRequests.Of(plan, runtime.Model), runtime, cancellation);
        _compared[plan] = result.Compared;
        return new(plan, RunSummarizer.Summarize(result.Table), Examples(result.Shown)) { Compared = Examples(result.Compared) };
    }

    private ImmutableArray<ShownExample> Examples(ImmutableArray<ShownResult> results) => [.. results.Select(s => new ShownExample(s.Index, () => _shown.Load(s.Key)))];

    private sealed class Progress(RunStage owner, IStage stage) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            owner.Computed += value.WasComputed ? 1 : 0;
            stage.Advance();
        }
    }
}

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

    /// <summary>What cost a model its runs. It costs the site nothing but these runs' pages.</summary>
    public DiagnosticBag Losses { get; } = new();

    /// <returns>The models' cards in the order of the models, and the runs in the order of the plan.</returns>
    public async Task<(ImmutableArray<ModelCard> Models, ImmutableArray<RunContent> Runs)> RunAsync(
        SitePlan plan, ImmutableArray<LoadedModel> models, SliceCounts counts, CancellationToken cancellation)
    {
        var runs = new Dictionary<RunPlan, RunContent>();
        var cards = ImmutableArray.CreateBuilder<ModelCard>();
        foreach (var model in models)
        {
            var own = plan.Runs.Where(r => r.Model.Id == model.Plan.Id).ToList();
            if (model.Nothing is { } nothing)
            {
                Losses.Add(nothing);
                cards.Add(ModelCards.Make(model, outputDifference: null));
                continue;
            }

            var stage = await BeginAsync(model, own, counts, cancellation);
            cards.Add(await RunAsync(model, own, (stage, runs), cancellation));
        }

        return (cards.ToImmutable(), [.. plan.Runs.Where(runs.ContainsKey).Select(r => runs[r])]);
    }

    /// <summary>A stage of what has to be computed: nothing of it is done where everything is in the store.</summary>
    private async Task<IStage> BeginAsync(LoadedModel model, List<RunPlan> own, SliceCounts counts, CancellationToken cancellation)
    {
        var stored = 0;
        foreach (var run in own)
        {
            stored += (await StoredResults.CountAsync(run, model.Run, store, cancellation))?.Stored ?? 0;
        }

        var rest = own.Sum(r => counts.Of(r.Slice)) - stored;
        return stages.Begin(model.Plan.Id, rest, $"{stored} stored, {rest} to compute");
    }

    /// <summary>Compares what was run; examples with maps come from the same small cache that pages use.</summary>
    public ImmutableArray<ComparisonContent> Compare(ImmutableArray<ComparisonPlan> plans, ImmutableArray<RunContent> runs)
    {
        var possible = ComparisonPlan.Among(plans, [.. runs.Select(r => r.Plan)]);
        Losses.AddRange(plans.Select(p => (Plan: p, Lost: p.Slices.Except(possible.FirstOrDefault(c => c.Id == p.Id)?.Slices ?? [], StringComparer.Ordinal).ToArray()))
            .Where(p => p.Lost.Length > 0)
            .Select(p => RunDiagnostics.NotCompared.At(p.Plan.DeclaredAt, p.Plan.Id, string.Join(", ", p.Lost))));
        return new ComparisonStage(new(store, _shown.Load), [.. runs.Select(r => new ComparedRun(r, _compared[r.Plan]))]).Compare(possible, stages);
    }

    private async Task<ModelCard> RunAsync(
        LoadedModel model, List<RunPlan> own, (IStage Stage, Dictionary<RunPlan, RunContent> Runs) into, CancellationToken cancellation)
    {
        using var runtime = runtimes.Open(model);
        var lost = ImmutableArray.CreateBuilder<LostRun>();
        foreach (var run in own)
        {
            if (await TryAsync(model, () => RunAsync(run, runtime, into.Stage, cancellation), why => lost.Add(new(run.Slice.Address, why))) is { } content)
            {
                into.Runs[run] = content;
            }
        }

        double? difference = null;
        if (own is [var first, ..] && lost.Count == 0)
        {
            await TryAsync<object>(model, async () => difference = await OutputCheck.TakeAsync(RunRequests.Of(first, runtime.Model), runtime, store, cancellation), _ => { });
        }

        return ModelCards.Make(model, difference) with { Lost = lost.ToImmutable() };
    }

    /// <summary>What went wrong with a model is kept, so that the others go on; what is wrong with the store, the disk or a dataset concerns all and goes up.</summary>
    private async Task<T?> TryAsync<T>(LoadedModel model, Func<Task<T?>> work, Action<string> lose)
        where T : class
    {
        try
        {
            return await work();
        }
        catch (ModelCrashException crash)
        {
            Losses.Add(crash.Diagnostic);
            lose($"its process ended {crash.Ending}");
        }
        catch (DiagnosticException e) when (LossWords.IsOfModel(e.Diagnostic))
        {
            Losses.Add(e.Diagnostic);
            lose(LossWords.Of(e.Diagnostic, model.Run.Folder.Path));
        }

        return null;
    }

    /// <summary>Null where none of the examples is one for this model.</summary>
    private async Task<RunContent?> RunAsync(RunPlan plan, IModelRuntime runtime, IStage stage, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        var runner = new AnalysisRunner(store, findings, new Progress(this, stage));
        var result = await runner.RunAsync(RunRequests.Of(plan, runtime.Model), runtime, cancellation);
        if (result.Table.Examples.IsEmpty && findings.Items.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
        {
            throw new DiagnosticException(error);
        }

        Findings.AddRange(findings.Items);
        _compared[plan] = result.Compared;
        return new(plan, RunSummarizer.Summarize(result.Table), Examples(result.Shown)) { Compared = Examples(result.Compared) };
    }

    private ImmutableArray<ShownExample> Examples(ImmutableArray<ShownResult> results) => [.. results.Select(s => new ShownExample(s.Index, () => _shown.Load(s.Key)))];

    private sealed class Progress(RunStage owner, IStage stage) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.WasComputed)
            {
                owner.Computed++;
                stage.Advance();
            }
        }
    }
}

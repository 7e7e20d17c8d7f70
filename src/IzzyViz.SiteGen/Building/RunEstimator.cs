using System.Collections.Immutable;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Storage;
using IzzyViz.SiteGen.Cli.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>Says of each run how many of its examples the store has already. Runs nothing and fetches nothing.</summary>
internal sealed class RunEstimator
{
    private readonly ResultStore _store;
    private readonly ImmutableDictionary<string, RunModel> _models;

    public RunEstimator(SitePlan plan, ResultStore store)
    {
        _store = store;

        // What is wrong with a model is for 'check' and 'build' to say; here it only means that nothing can be told.
        var local = plan with { Models = [.. plan.Models.Where(m => m.Remote is null)] };
        _models = ModelLoader.Load(local, threads: 0, new()).ToImmutableDictionary(m => m.Plan.Id, m => m.Run, StringComparer.Ordinal);
    }

    /// <summary>Null where the model is not on disk or cannot be read, or where the dataset has errors.</summary>
    public async Task<RunEstimate?> EstimateAsync(RunPlan plan, CancellationToken cancellation) =>
        _models.TryGetValue(plan.Model.Id, out var model) ? await StoredResults.CountAsync(plan, model, _store, cancellation) : null;
}

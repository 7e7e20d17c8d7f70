using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Storage;
using IzzyViz.SiteGen.Cli.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>How many examples of a run the store has already.</summary>
internal static class StoredResults
{
    /// <summary>Null where the dataset has errors.</summary>
    public static async Task<RunEstimate?> CountAsync(RunPlan plan, RunModel model, ResultStore store, CancellationToken cancellation)
    {
        var request = RunRequests.Of(plan, model);
        var keys = new ResultKeys(model, request.Statistics);
        var (examples, stored, bag) = (0, 0, new DiagnosticBag());
        await foreach (var example in SliceReader.ReadAsync(request.Dataset, request.Slice, bag, cancellation))
        {
            var isStored = store.Contains(keys.Of(example, withMaps: false))
                && (examples >= Math.Max(request.ShownExamples, request.ComparedExamples) || store.Contains(keys.Of(example, withMaps: true)));
            stored += isStored ? 1 : 0;
            examples++;
        }

        return bag.HasErrors ? null : new(examples, stored);
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Runs;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>Finds every model of a plan and reads its structure; says everything that is wrong with any of them.</summary>
internal static class ModelLoader
{
    public static ImmutableArray<LoadedModel> Load(SitePlan plan, int threads, DiagnosticBag bag) =>
        [.. plan.Models.Select(m => Load(m, threads, bag)).OfType<LoadedModel>()];

    private static LoadedModel? Load(ModelPlan plan, int threads, DiagnosticBag bag)
    {
        if (ModelFolder.Find(plan.Path, plan.File, bag) is not { } folder || ModelReader.Inspect(folder, bag) is not { } structure)
        {
            return null;
        }

        bag.AddRange(FeedNumbers.Problems(folder, structure, plan.Feed));
        var options = new CaptureOptions { Threads = threads, Feed = plan.Feed };
        return new(plan, new(plan.Id, folder, structure, folder.ContentHash(), options));
    }
}

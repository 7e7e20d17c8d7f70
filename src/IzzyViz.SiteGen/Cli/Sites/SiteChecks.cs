using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Building;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary>What <c>check</c> looks at: everything a build reads before it runs a model, and whether every row becomes tokens of its model.</summary>
internal static class SiteChecks
{
    public static Task TemplatesAsync(SitePlan plan, DiagnosticBag bag, CancellationToken cancellation)
    {
        _ = SiteTheme.Load(plan.ThemeFolder, bag);
        return Task.CompletedTask;
    }

    public static Task DocumentsAsync(SitePlan plan, DiagnosticBag bag, CancellationToken cancellation)
    {
        _ = DocumentReader.Read(plan.DocumentFolders, bag);
        return Task.CompletedTask;
    }

    public static Task DatasetsAsync(SitePlan plan, DiagnosticBag bag, CancellationToken cancellation) => SliceCounts.TakeAsync(plan, bag, cancellation);

    /// <summary>Models of the hub are not fetched; they are checked where they are in the cache.</summary>
    public static async Task ModelsAsync(SitePlan plan, DiagnosticBag bag, CancellationToken cancellation)
    {
        var local = plan with { Models = [.. plan.Models.Where(m => m.Remote is null)] };
        var models = ModelLoader.Load(local, threads: 0, bag);
        _ = ComparisonChecks.Apply(local, models, bag);
        bag.AddRange(models.Select(m => m.Nothing).OfType<Diagnostic>());
        foreach (var model in models.Where(m => m.Nothing is null))
        {
            await EncodeAsync(model, [.. plan.Runs.Where(r => r.Model.Id == model.Plan.Id)], bag, cancellation);
        }
    }

    private static async Task EncodeAsync(LoadedModel model, IReadOnlyList<RunPlan> runs, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (OpenEncoder(model, bag) is not { } encoder)
        {
            return;
        }

        // What is wrong with the rows themselves has been said by the check of datasets.
        var said = new DiagnosticBag();
        foreach (var run in runs)
        {
            await foreach (var example in SliceReader.ReadAsync(run.Dataset.Source, run.Slice, said, cancellation))
            {
                _ = encoder.Encode(example, bag);
            }
        }
    }

    private static ExampleEncoder? OpenEncoder(LoadedModel model, DiagnosticBag bag)
    {
        try
        {
            return ExampleEncoder.Open(model.Run.Folder, model.Run.Structure);
        }
        catch (DiagnosticException e)
        {
            bag.Add(e.Diagnostic);
            return null;
        }
    }
}

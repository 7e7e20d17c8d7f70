using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>What was said (the manifest) to what will happen (the plan): defaults filled, names resolved, files found.</summary>
internal static class SitePlanner
{
    /// <summary>
    /// The plan as far as it goes; with errors in the bag it is good for further checks but not for building.
    /// </summary>
    /// <param name="names">The figure kinds and statistics there are.</param>
    public static SitePlan Plan(SiteManifest manifest, KnownNames names, DiagnosticBag bag)
    {
        var manifestPath = Path.GetFullPath(manifest.Path);
        var paths = new PlanPaths(Path.GetDirectoryName(manifestPath)!, bag);
        var models = new ModelPlanner(paths, bag).Plan(manifest.Models);
        var datasets = new DatasetPlanner(paths, bag).Plan(manifest.Datasets);
        var catalogue = new Catalogue(models, datasets, names);
        var runs = new GalleryPlanner(catalogue, bag).Plan(manifest.Galleries);
        var comparisons = new ComparisonPlanner(models, runs, bag).Plan(manifest.Comparisons);
        var plan = new SitePlan
        {
            ManifestPath = manifestPath,
            Title = manifest.Title?.Value ?? "",
            Description = manifest.Description?.Value,
            Url = manifest.Url?.Value,
            NoIndex = manifest.NoIndex.Value,
            IsPublic = manifest.Publish.Value == Publication.Public,
            Models = models,
            Datasets = datasets,
            Runs = ComparisonPlan.WithMaps(runs, comparisons),
            Comparisons = comparisons,
            DocumentFolders = [.. manifest.Documents.Select(d => paths.ExistingFolder(d, "docs")).OfType<string>()],
            ThemeFolder = paths.ExistingFolder(manifest.Theme, "theme"),
            Review = new ReviewPlan { Gates = GatePlanner.Plan(manifest.Gates, catalogue, bag) },
            StoreLimit = manifest.StoreLimit.Value,
        };
        ReportUnused(plan, bag);
        return plan;
    }

    private static void ReportUnused(SitePlan plan, DiagnosticBag bag)
    {
        // A gallery that names nothing valid would make everything look unused.
        if (bag.HasErrors)
        {
            return;
        }

        var models = plan.Models.ExceptBy(plan.Runs.Select(r => r.Model.Id), m => m.Id, StringComparer.Ordinal).DistinctBy(m => m.Family ?? m.Id, StringComparer.Ordinal);
        bag.AddRange(models.Select(m => ManifestDiagnostics.ModelUnused.At(m.DeclaredAt, m.Family ?? m.Id)));
        var datasets = plan.Datasets.ExceptBy(plan.Runs.Select(r => r.Dataset.Source.Id), d => d.Source.Id, StringComparer.Ordinal);
        bag.AddRange(datasets.Select(d => ManifestDiagnostics.DatasetUnused.At(d.Source.DeclaredAt, d.Source.Id)));
    }
}

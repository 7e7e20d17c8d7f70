using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Storage;
using IzzyViz.SiteGen.Cli.Reporters;
using IzzyViz.SiteGen.Cli.Sites;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.SiteGen.Planning;
using IzzyViz.SiteGen.Printing;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.SiteGen.Reviewing;

namespace IzzyViz.SiteGen.Building;

/// <summary>The pipe of docs/architecture.md: manifest, plan, captures, summaries, figures, pages, site.</summary>
internal sealed class SiteBuilder(BuildRequest request, Talk talk)
{
    /// <summary>
    /// Null where the bag has errors; the output folder is then as it was. Only what cost a model its runs comes with a site, whose page of the model says so.
    /// </summary>
    public async Task<BuildResult?> BuildAsync(DiagnosticBag bag, CancellationToken cancellation)
    {
        if (PlannedSite.Read(request.Manifest, request.Only, bag) is not { } plan || bag.HasErrors)
        {
            return null;
        }

        var older = request.Base is null ? null : BuiltRuns.Read(request.Base, bag);
        plan = await RemoteModels.FetchAsync(plan, talk, bag, cancellation);
        var theme = SiteTheme.Load(plan.ThemeFolder, bag);
        var documents = DocumentReader.Read(plan.DocumentFolders, bag);
        var output = FigureOutput.Of(request.Formats, request.Fonts, bag);
        var models = ModelLoader.Load(plan, request.Threads, bag);
        plan = ComparisonChecks.Apply(plan, models, bag);
        var counts = await SliceCounts.TakeAsync(plan, bag, cancellation);
        if (bag.HasErrors)
        {
            return null;
        }

        using var alone = OutputLock.Take(request.Output);
        var store = new ResultStore(request.Store);
        var (content, computed, losses) = await AnalyseAsync(plan, models, counts, store, bag, cancellation);
        content = Withheld.From(content with { Documents = documents.Documents, Output = output });
        content = content with { Review = older is null ? null : Review(older, content) };
        var result = bag.HasErrors ? null : Publish(content, (theme, documents, store, computed), bag, cancellation);
        bag.AddRange(losses);
        return result;
    }

    private Task<(SiteContent Content, int Computed, ImmutableArray<Diagnostic> Losses)> AnalyseAsync(
        SitePlan plan, ImmutableArray<LoadedModel> models, SliceCounts counts, ResultStore store, DiagnosticBag bag, CancellationToken cancellation) =>
        talk.Progress.TrackAsync(async stages =>
        {
            using var runtimes = new ModelRuntimes(request.Isolation);
            var stage = new RunStage(store, runtimes, stages) { Findings = bag };
            var (cards, runs) = await stage.RunAsync(plan, models, counts, cancellation);
            var comparisons = stage.Compare(plan.Comparisons, runs);
            var content = new SiteContent
            {
                Plan = plan,
                Statistics = StatisticCatalogue.All,
                Models = cards,
                Runs = runs,
                Comparisons = comparisons,
                Provenance = SiteProvenance.Of(runs),
            };
            return (content, stage.Computed, stage.Losses.Items);
        });

    private BuildResult? Publish(
        SiteContent content, (SiteTheme Theme, DocumentSet Documents, ResultStore Store, int Computed) with, DiagnosticBag bag, CancellationToken cancellation)
    {
        var data = SiteData.Of(content);
        var site = SiteAssembler.Assemble(content, with.Theme, with.Documents.Files, SiteFingerprint.Of(content, with.Documents, data));
        foreach (var file in data)
        {
            site.Add(file);
        }

        var changes = SiteWriter.Write(site, request.Output, bag, cancellation);
        content.Output.Report(bag, request.Manifest);
        SiteData.Keep(data, request.Store);
        with.Store.Trim(content.Plan.StoreLimit);
        return changes is null ? null : new(changes, content.Runs.Sum(r => r.Table.Examples.Length), with.Computed) { Review = content.Review };
    }

    // A build of a part is compared with that part.
    private ReviewReport Review(BuiltRuns older, SiteContent content)
    {
        var newer = new BuiltRuns([.. content.Runs.Select(r => r.Table)], SiteData.ReviewGates(content.Plan.Review));
        return BuildComparer.Compare(request.Only is null ? older : older.Within(newer), newer);
    }
}

/// <param name="Examples">Over all runs.</param>
/// <param name="Computed">Of these, how many were not in the store.</param>
internal sealed record BuildResult(SiteChanges Changes, int Examples, int Computed)
{
    /// <summary>Null where no base was given.</summary>
    public ReviewReport? Review { get; init; }
}

using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Pages.Comparisons;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Examples;
using IzzyViz.SiteGen.Pages.Heads;
using IzzyViz.SiteGen.Pages.Models;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>Every page a site's content calls for, each made when it is asked for.</summary>
internal static class SitePages
{
    public static void AddTo(Site site, SiteIndex index, PageRenderer renderer)
    {
        foreach (var (path, make) in All(index, renderer))
        {
            site.Add(new SitePart(path, () => renderer.Files(make())));
        }
    }

    private static IEnumerable<(SitePath Path, Func<PageModel> Make)> All(SiteIndex index, PageRenderer renderer) =>
    [
        (SiteAddresses.Home, () => HomePage.From(index)),
        (SiteAddresses.Models, () => ModelListPage.From(index)),
        (SiteAddresses.Slices, () => SliceListPage.From(index)),
        (SiteAddresses.Definitions, () => DefinitionListPage.From(index)),
        (SiteAddresses.Provenance, () => ProvenancePage.From(index)),
        (SiteAddresses.NotFound, () => NotFoundPage.From(renderer.Frame.Assets)),
        .. index.Content.Models.SelectMany(m => OfModel(index, m)),
        .. index.Slices.Select(s => (SiteAddresses.Slice(s), (Func<PageModel>)(() => SlicePage.From(index, s)))),
        .. index.Content.Runs.SelectMany(r => OfRun(index, r)),
        .. index.Content.Statistics.Select(s => (SiteAddresses.Definition(s.Id), (Func<PageModel>)(() => DefinitionPage.From(index, s)))),
        .. FigureKinds.All.Select(k => (SiteAddresses.Definition(k.Id), (Func<PageModel>)(() => DefinitionPage.From(index, k)))),
        .. OfComparisons(index),
        .. OfReview(index),
        .. OfDocuments(index),
    ];

    private static IEnumerable<(SitePath, Func<PageModel>)> OfComparisons(SiteIndex index) =>
    [
        .. index.Groups.Where(g => g.Family is not null).Select(g => (SiteAddresses.Model(g.Family!), (Func<PageModel>)(() => FamilyPage.From(index, g)))),
        .. index.Content.Comparisons.Take(1).Select(_ => (SiteAddresses.Comparisons, (Func<PageModel>)(() => ComparisonListPage.From(index)))),
        .. index.Content.Comparisons.Select(c => (SiteAddresses.Comparison(c.Plan.Id), (Func<PageModel>)(() => ComparisonPages.Of(index, c)))),
    ];

    private static IEnumerable<(SitePath, Func<PageModel>)> OfModel(SiteIndex index, ModelCard model) =>
    [
        (SiteAddresses.Model(model.Id), () => ModelPage.From(index, model)),
        (SiteAddresses.Structure(model.Id), () => StructurePage.From(index, model)),
        .. Navigation.Captured(index, model.Id).Select(m => (SiteAddresses.Module(model.Id, m.Name), (Func<PageModel>)(() => ModulePage.From(index, model.Id, m)))),
        .. index.HeadsOf(model.Id).Select(h => (SiteAddresses.Head(model.Id, h), (Func<PageModel>)(() => HeadPage.From(index, model.Id, h)))),
    ];

    private static IEnumerable<(SitePath, Func<PageModel>)> OfRun(SiteIndex index, RunContent run) =>
        run.Shown.Select(s => (SiteAddresses.Example(run.ModelId, run.SliceId, run.Table.Examples[s.Index].Id), (Func<PageModel>)(() => ExamplePage.From(index, run, s))));

    private static IEnumerable<(SitePath, Func<PageModel>)> OfReview(SiteIndex index) =>
        index.Content.Review is { } review ? [(SiteAddresses.Review, () => ReviewPage.From(index, review))] : [];

    private static IEnumerable<(SitePath, Func<PageModel>)> OfDocuments(SiteIndex index)
    {
        var documents = index.Content.Documents;
        if (documents.Length > 0 && documents.All(d => d.Path != SiteAddresses.Documents))
        {
            yield return (SiteAddresses.Documents, () => DocumentListPage.From(index));
        }

        foreach (var document in documents)
        {
            yield return (document.Path, () => DocumentPage.From(index, document));
        }
    }
}

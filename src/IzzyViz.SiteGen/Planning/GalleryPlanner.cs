using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Galleries to runs: every model of a gallery over every slice of it.</summary>
internal sealed class GalleryPlanner(Catalogue catalogue, DiagnosticBag bag)
{
    private readonly Dictionary<(string Model, string Slice), SourceLocation> _shown = [];

    public ImmutableArray<RunPlan> Plan(ImmutableArray<GalleryEntry> galleries) => [.. galleries.SelectMany(Plan)];

    private RunPlan[] Plan(GalleryEntry gallery)
    {
        var models = catalogue.Models.Select(gallery.Models, bag);
        var slices = catalogue.Slices.Select(gallery.Slices, bag);
        var figures = catalogue.Figures.Select(gallery.Figures, bag);
        var statistics = catalogue.Statistics.Select(gallery.Statistics, bag);
        var runs =
            from model in models
            from slice in slices
            where IsNew(model.Id, slice.Slice.Address, gallery.At)
            select new RunPlan
            {
                Model = model,
                Dataset = slice.Dataset,
                Slice = slice.Slice,
                ShownExamples = gallery.Examples.Value,
                Figures = figures,
                StatisticIds = statistics,
            };
        return [.. runs];
    }

    private bool IsNew(string model, string slice, SourceLocation gallery)
    {
        if (_shown.TryAdd((model, slice), gallery))
        {
            return true;
        }

        bag.Add(ManifestDiagnostics.RunTwice.At(gallery, model, slice, _shown[(model, slice)].Line));
        return false;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Everything that galleries and gates may refer to.</summary>
internal sealed class Catalogue(ImmutableArray<ModelPlan> models, ImmutableArray<DatasetPlan> datasets, KnownNames names)
{
    public Selection<ModelPlan> Models { get; } = new(
        models,
        (pattern, model) => NamePattern.Matches(pattern, model.Id) || (model.Family is { } family && NamePattern.Matches(pattern, family)),
        [.. models.Select(m => m.Family ?? m.Id).Concat(models.Select(m => m.Id)).Distinct(StringComparer.Ordinal)],
        ManifestDiagnostics.UnknownModel);

    public Selection<(DatasetPlan Dataset, SliceDefinition Slice)> Slices { get; } = new(
        [.. datasets.SelectMany(d => d.Slices.Select(s => (d, s)))],
        (pattern, item) => NamePattern.MatchesSlice(pattern, item.Slice.Address),
        [.. datasets.SelectMany(d => d.Slices.Select(s => s.Address))],
        ManifestDiagnostics.UnknownSlice);

    public Selection<string> Figures { get; } = new(names.Figures, NamePattern.Matches, names.Figures, ManifestDiagnostics.UnknownFigure);

    public Selection<string> Statistics { get; } = new(names.Statistics, NamePattern.Matches, names.Statistics, ManifestDiagnostics.UnknownStatistic);
}

using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary><c>--only MODEL[/SLICE]</c>. MODEL is a model, a family or a pattern; SLICE is <c>dataset/slice</c>, or either half of it.</summary>
internal sealed record RunFilter(string Text)
{
    private string Model => Text.Split('/', 2)[0];

    private string? Slice => Text.Split('/', 2) is [_, var slice] ? slice : null;

    /// <summary>The plan without what was not asked for; datasets and models that no run is left for go too.</summary>
    public SitePlan Apply(SitePlan plan, DiagnosticBag bag)
    {
        var runs = plan.Runs.Where(Matches).ToArray();
        if (runs.Length == 0 && !bag.HasErrors)
        {
            bag.Add(ManifestDiagnostics.OnlyNothing.At(plan.ManifestPath, Text, NearestName.Hint(Text, plan.Runs.Select(Name))));
        }

        var models = runs.Select(r => r.Model.Id).ToHashSet(StringComparer.Ordinal);
        var datasets = runs.Select(r => r.Dataset.Source.Id).ToHashSet(StringComparer.Ordinal);
        return plan with
        {
            Runs = [.. runs],
            Comparisons = ComparisonPlan.Among(plan.Comparisons, runs),
            Models = [.. plan.Models.Where(m => models.Contains(m.Id))],
            Datasets = [.. plan.Datasets.Where(d => datasets.Contains(d.Source.Id))],
        };
    }

    private string Name(RunPlan run) => Slice is null ? run.Model.Id : $"{run.Model.Id}/{run.Slice.Address}";

    private bool Matches(RunPlan run) => MatchesModel(run.Model) && (Slice is null || MatchesSlice(Slice, run));

    private bool MatchesModel(ModelPlan model) =>
        NamePattern.Matches(Model, model.Id) || (model.Family is { } family && NamePattern.Matches(Model, family));

    private static bool MatchesSlice(string slice, RunPlan run) =>
        NamePattern.MatchesSlice(slice, run.Slice.Address) || NamePattern.Matches(slice, run.Slice.Id);
}

using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Statistics;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>A run of the plan in the words of the analysis.</summary>
internal static class RunRequests
{
    public static RunRequest Of(RunPlan plan, RunModel model) => new()
    {
        Model = model,
        Dataset = plan.Dataset.Source,
        Slice = plan.Slice,
        Statistics = [.. StatisticCatalogue.All.Where(s => plan.StatisticIds.IsEmpty || plan.StatisticIds.Contains(s.Id, StringComparer.Ordinal))],
        ShownExamples = plan.ShownExamples,
        ComparedExamples = plan.ComparedExamples,
    };
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Building;

/// <summary>How many examples each slice has, from one reading of every dataset that finds all that is wrong with it.</summary>
internal sealed class SliceCounts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public static async Task<SliceCounts> TakeAsync(SitePlan plan, DiagnosticBag bag, CancellationToken cancellation)
    {
        var counts = new SliceCounts();
        foreach (var dataset in plan.Datasets)
        {
            ImmutableArray<SliceDefinition> slices = [.. dataset.Slices.Where(s => plan.Runs.Any(r => r.Slice.Address == s.Address))];
            if (await DatasetReader.SurveyAsync(dataset.Source, slices, bag, cancellation) is { } survey)
            {
                counts.Add(slices, survey);
            }
        }

        return counts;
    }

    public int Of(SliceDefinition slice) => _counts.GetValueOrDefault(slice.Address);

    private void Add(ImmutableArray<SliceDefinition> slices, DatasetSurvey survey)
    {
        foreach (var (slice, count) in slices.Zip(survey.SliceCounts))
        {
            _counts[slice.Address] = count;
        }
    }
}

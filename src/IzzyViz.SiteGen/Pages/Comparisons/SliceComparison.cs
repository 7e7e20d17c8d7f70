using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>A comparison over one slice in one line.</summary>
internal sealed record SliceComparison(PageLink Slice, int Examples, int Maps, Quantity Mean, string Furthest, Quantity Largest, int Flipped, int ChangedHeads)
{
    public static SliceComparison Of(ComparisonView view, ComparedSlice slice)
    {
        var found = ComparedModels.Of(view, slice);
        var furthest = found.Distances.IsEmpty ? default : found.Distances.MaxBy(d => d.Distance);
        return new(
            ComparisonPage.SliceLink(slice.SliceId),
            found.Review.Outputs.Compared,
            found.Pair.Examples.Length,
            Distance.Of(found.Mean),
            found.Distances.IsEmpty ? "" : view.NameOf(found.Pair.First, furthest.Head),
            Distance.Of(found.Distances.IsEmpty ? double.NaN : furthest.Distance),
            found.Review.Outputs.Flips.Length,
            found.Review.ChangedHeadCount);
    }
}

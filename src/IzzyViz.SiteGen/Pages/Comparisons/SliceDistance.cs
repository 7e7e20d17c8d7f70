using IzzyViz.Analysis.Reviews;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>How far the maps are apart over one slice.</summary>
internal sealed record SliceDistance(PageLink Slice, int Maps, Quantity Mean, Quantity Smallest, Quantity Largest)
{
    public static SliceDistance Of(ComparedSlice slice)
    {
        var means = slice.Pairs[0].Examples.Select(e => e.Mean).Where(m => !double.IsNaN(m)).DefaultIfEmpty(double.NaN).ToList();
        return new(ComparisonPage.SliceLink(slice.SliceId), slice.Pairs[0].Examples.Length, Distance.Of(slice.Pairs[0].Mean), Distance.Of(means.Min()), Distance.Of(means.Max()));
    }
}

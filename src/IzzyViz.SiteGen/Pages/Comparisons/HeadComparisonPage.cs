using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Reviews;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Two heads on the same inputs.</summary>
internal sealed record HeadComparisonPage : ComparisonPage
{
    public override string Kind => "comparison-heads";

    public required ImmutableArray<SideStatistic> Statistics { get; init; }

    /// <summary>Statistics that are the same on every example.</summary>
    public required int UnchangedStatistics { get; init; }

    public required ImmutableArray<SliceDistance> Slices { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own => [];

    public static HeadComparisonPage From(ComparisonView view)
    {
        var review = Review(view);
        var changed = StatisticDifference.Changed(review);
        return new()
        {
            Path = view.Path,
            Heading = view.Title,
            Lead = ComparisonWords.Lead(view),
            Breadcrumb = Crumbs,
            Rail = Navigation.Rail(view.Site),
            What = view.KindWords,
            Sides = [view.SideLink(0), view.SideLink(1)],
            Slice = SliceLink(view.Main.SliceId),
            Basis = ComparisonBasis.Of(view),
            Statistics = [.. changed.Select(id => SideStatistic.From(view, review.Heads.First(h => h.StatisticId == id)))],
            UnchangedStatistics = review.StatisticIds.Length - changed.Length,
            Slices = [.. view.Slices.Select(s => SliceDistance.Of(s))],
            Drawn = DrawnPairs.Extremes(view, view.Main.Pairs[0], index: 0),
            Provenance = ProvenanceOf(view),
        };
    }

    /// <summary>The two heads as if they were one before and after.</summary>
    public static RunReview Review(ComparisonView view)
    {
        var (pair, heads) = (view.Main.Pairs[0], view.Main.Pairs[0].Heads.Pairs[0]);
        return ComparisonView.Review(
            HeadSelection.Take(view.Run(pair.First, view.Main.SliceId).Table, [new(heads.First, heads.First)]),
            HeadSelection.Take(view.Run(pair.Second, view.Main.SliceId).Table, [heads]));
    }
}

/// <summary>One statistic on both sides.</summary>
internal sealed record SideStatistic(PageLink Definition, Quantity First, Quantity Second, Quantity Change, string? Interval, int Count)
{
    public static SideStatistic From(ComparisonView view, HeadChange change)
    {
        var move = SideMove.From(view, view.Plan.Sides[0].Model, change);
        return new(move.Statistic.Link!, move.First, move.Second, move.Change, move.Interval, move.Count);
    }
}

/// <summary>How far the maps are apart over one slice.</summary>
internal sealed record SliceDistance(PageLink Slice, int Maps, Quantity Mean, Quantity Smallest, Quantity Largest)
{
    public static SliceDistance Of(ComparedSlice slice)
    {
        var means = slice.Pairs[0].Examples.Select(e => e.Mean).Where(m => !double.IsNaN(m)).DefaultIfEmpty(double.NaN).ToList();
        return new(ComparisonPage.SliceLink(slice.SliceId), slice.Pairs[0].Examples.Length, Distance.Of(slice.Pairs[0].Mean), Distance.Of(means.Min()), Distance.Of(means.Max()));
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Reviews;
using IzzyViz.SiteGen.Pages.Drawn;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Two heads on the same inputs.</summary>
internal sealed record HeadComparisonPage : ComparisonPage
{
    [SetsRequiredMembers]
    private HeadComparisonPage(ComparisonView view)
        : base(view)
    {
        var review = Review(view);
        var changed = StatisticDifference.Changed(review);
        Statistics = [.. changed.Select(id => SideStatistic.From(view, review.Heads.First(h => h.StatisticId == id)))];
        UnchangedStatistics = review.StatisticIds.Length - changed.Length;
        Slices = [.. view.Slices.Select(s => SliceDistance.Of(s))];
        Drawn = DrawnPairs.Extremes(view, view.Main.Pairs[0], index: 0);
    }

    public override string Kind => "comparison-heads";

    public ImmutableArray<SideStatistic> Statistics { get; init; }

    /// <summary>Statistics that are the same on every example.</summary>
    public int UnchangedStatistics { get; init; }

    public ImmutableArray<SliceDistance> Slices { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own => [];

    public static HeadComparisonPage From(ComparisonView view) => new(view);

    /// <summary>The two heads as if they were one before and after.</summary>
    public static RunReview Review(ComparisonView view)
    {
        var (pair, heads) = (view.Main.Pairs[0], view.Main.Pairs[0].Heads.Pairs[0]);
        return ComparisonView.Review(
            HeadSelection.Take(view.Run(pair.First, view.Main.SliceId).Table, [new(heads.First, heads.First)]),
            HeadSelection.Take(view.Run(pair.Second, view.Main.SliceId).Table, [heads]));
    }
}

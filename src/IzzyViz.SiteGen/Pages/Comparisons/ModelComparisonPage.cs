using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Two models on the same inputs: head by head where they have one numbering, else by matched heads.</summary>
internal sealed record ModelComparisonPage : ComparisonPage
{
    private const int MostMoves = 24;

    public override string Kind => "comparison-models";

    /// <summary>How far each head is from its counterpart.</summary>
    public FigureView? Distances { get; init; }

    /// <summary>Where heads were matched: who goes with whom.</summary>
    public FigureView? Match { get; init; }

    public ImmutableArray<MatchRow> Matches { get; init; } = [];

    public required string HeadsSentence { get; init; }

    public required ImmutableArray<StatisticDifference> Changes { get; init; }

    /// <summary>Statistics without a change on any head.</summary>
    public required int UnchangedStatistics { get; init; }

    public required ImmutableArray<StatisticDifference> BothSides { get; init; }

    public required ImmutableArray<SideMove> Moves { get; init; }

    /// <summary>Heads and statistics that differ by less than those listed.</summary>
    public required int FurtherMoves { get; init; }

    public required AnswerBlock Answers { get; init; }

    public required ImmutableArray<SliceComparison> Slices { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own =>
        [.. new[] { Distances, Match }.OfType<FigureView>(), .. Changes.Select(c => c.Figure), .. BothSides.Select(s => s.Figure)];

    public static ModelComparisonPage From(ComparisonView view)
    {
        var found = ComparedModels.Of(view, view.Main);
        var ids = StatisticDifference.Changed(found.Review);
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
            Distances = found.Distances.IsEmpty ? null : ComparisonFigures.Distances(view.Path, found.Pair.First, found.Distances),
            Match = found.Pair.Matches.IsEmpty ? null : MatchFigures.Draw(view, found.Pair),
            Matches = MatchRow.Of(view, found.Pair),
            HeadsSentence = Heads(found),
            Changes = StatisticDifference.Changes(view, (found.First, found.SecondTable), found.Review),
            UnchangedStatistics = found.Review.StatisticIds.Length - ids.Length,
            BothSides = ids.IsEmpty ? [] : StatisticDifference.Sides(view, (found.First, found.SecondTable), ids[0]),
            Moves = [.. found.Review.Heads.Take(MostMoves).Select(h => SideMove.From(view, found.Pair.First, h))],
            FurtherMoves = Math.Max(0, found.Review.Heads.Length - MostMoves),
            Answers = AnswerBlock.Of(found.First, found.Second, found.Review.Outputs),
            Slices = [.. view.Slices.Select(s => SliceComparison.Of(view, s))],
            Drawn = DrawnPairs.Furthest(view, found.Pair, count: 2),
            Provenance = ProvenanceOf(view),
        };
    }

    private static string Heads(ComparedModels found)
    {
        var review = found.Review;
        var unmatched = found.First.Table.Heads.Length - review.HeadCount;
        var rest = unmatched > 0 ? $" {Words.Count(unmatched, "head")} of the first side have no counterpart." : "";
        return review.Heads.IsEmpty
            ? $"No statistic of {Words.Count(review.HeadCount, "head")} differs by more than 0.0001.{rest}"
            : $"{review.ChangedHeadCount} of {Words.Count(review.HeadCount, "head")} differ by more than 0.0001 in some statistic on some example.{rest}";
    }
}

/// <summary>Two models over one slice, the second under the numbers of the first.</summary>
internal sealed record ComparedModels(ComparedPair Pair, RunContent First, RunContent Second, RunTable SecondTable, RunReview Review)
{
    /// <summary>Of every head from its counterpart, in the order of the heads.</summary>
    public ImmutableArray<(HeadAddress Head, double Distance)> Distances
    {
        get
        {
            var wanted = Pair.Matches.IsEmpty ? null : MatchedHeads.Of(Pair.Matches).ToHashSet();
            return [.. Pair.Means.Where(m => wanted is null || wanted.Contains(m.Heads)).Select(m => (m.Heads.First, m.Distance))];
        }
    }

    public double Mean => Distances.Select(d => d.Distance).DefaultIfEmpty(double.NaN).Average();

    public static ComparedModels Of(ComparisonView view, ComparedSlice slice)
    {
        var pair = slice.Pairs[0];
        var (first, second) = (view.Run(pair.First, slice.SliceId), view.Run(pair.Second, slice.SliceId));
        var table = pair.Matches.IsEmpty ? second.Table : MatchFigures.Renumbered(second.Table, pair.Matches);
        return new(pair, first, second, table, ComparisonView.Review(first.Table, table));
    }
}

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

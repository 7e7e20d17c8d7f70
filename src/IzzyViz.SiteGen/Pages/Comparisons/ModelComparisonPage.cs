using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Drawn;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Two models on the same inputs: head by head where they have one numbering, else by matched heads.</summary>
internal sealed record ModelComparisonPage : ComparisonPage
{
    private const int MostMoves = 24;

    [SetsRequiredMembers]
    private ModelComparisonPage(ComparisonView view)
        : base(view)
    {
        var found = ComparedModels.Of(view, view.Main);
        var ids = StatisticDifference.Changed(found.Review);
        Distances = found.Distances.IsEmpty ? null : ComparisonFigures.Distances(view.Path, found.Pair.First, found.Distances);
        Match = found.Pair.Matches.IsEmpty ? null : MatchFigures.Draw(view, found.Pair);
        Matches = MatchRow.Of(view, found.Pair);
        HeadsSentence = Heads(found);
        Changes = StatisticDifference.Changes(view, (found.First, found.SecondTable), found.Review);
        UnchangedStatistics = found.Review.StatisticIds.Length - ids.Length;
        BothSides = ids.IsEmpty ? [] : StatisticDifference.Sides(view, (found.First, found.SecondTable), ids[0]);
        Moves = [.. found.Review.Heads.Take(MostMoves).Select(h => SideMove.From(view, found.Pair.First, h))];
        FurtherMoves = Math.Max(0, found.Review.Heads.Length - MostMoves);
        Answers = AnswerBlock.Of(found.First, found.Second, found.Review.Outputs);
        Slices = [.. view.Slices.Select(s => SliceComparison.Of(view, s))];
        Drawn = DrawnPairs.Furthest(view, found.Pair, count: 2);
    }

    public override string Kind => "comparison-models";

    /// <summary>How far each head is from its counterpart.</summary>
    public FigureView? Distances { get; init; }

    /// <summary>Where heads were matched: who goes with whom.</summary>
    public FigureView? Match { get; init; }

    public ImmutableArray<MatchRow> Matches { get; init; } = [];

    public string HeadsSentence { get; init; }

    public ImmutableArray<StatisticDifference> Changes { get; init; }

    /// <summary>Statistics without a change on any head.</summary>
    public int UnchangedStatistics { get; init; }

    public ImmutableArray<StatisticDifference> BothSides { get; init; }

    public ImmutableArray<SideMove> Moves { get; init; }

    /// <summary>Heads and statistics that differ by less than those listed.</summary>
    public int FurtherMoves { get; init; }

    public AnswerBlock Answers { get; init; }

    public ImmutableArray<SliceComparison> Slices { get; init; }

    [JsonIgnore]
    protected override IEnumerable<FigureView> Own =>
        [.. new[] { Distances, Match }.OfType<FigureView>(), .. Changes.Select(c => c.Figure), .. BothSides.Select(s => s.Figure)];

    public static ModelComparisonPage From(ComparisonView view) => new(view);

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

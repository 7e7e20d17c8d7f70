using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

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

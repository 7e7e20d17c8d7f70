using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Says what a comparison rests on.</summary>
internal static class ComparisonBasis
{
    public static string Of(ComparisonView view)
    {
        var examples = view.Main.Pairs.Max(p => p.Examples.Length);
        var rows = view.Run(0).Table.Examples.Length;
        return $"Statistics and answers are compared on {Words.Count(rows, "example")} of {view.Main.SliceId}, maps on the first {examples}. {Tokens(view.Main.Pairs)}";
    }

    public static string Tokens(ImmutableArray<ComparedPair> pairs)
    {
        var alignments = pairs.SelectMany(p => p.Examples).SelectMany(e => new[] { e.Distances.Source, e.Distances.Target }).OfType<TokenAlignment>().ToList();
        if (alignments.Count == 0)
        {
            return "Both sides read the same tokens.";
        }

        var (groups, merged, oneSided) = (alignments.Sum(a => a.Groups.Length), alignments.Sum(a => a.Merged), alignments.Sum(a => a.OneSided));
        return $"The tokenizers differ: tokens were joined until both sides cut the texts in the same places (keys summed, queries averaged). "
            + $"Of {Words.Count(groups, "group")} in these examples, {merged} {(merged == 1 ? "is" : "are")} joined from several tokens and {oneSided} "
            + $"{(oneSided == 1 ? "is" : "are")} on one side only; such a key weighs nothing on the other side, and such a query is left out.";
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Comparisons;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Pages.Drawn;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>One layer's match and what it is worth against the numbers as they are and against chance.</summary>
internal sealed record MatchRow(PageLink Model, string Layer, string Heads, Quantity Matched, Quantity SameNumber, Quantity Chance, string ChanceText, Quantity Best)
{
    public static ImmutableArray<MatchRow> Of(ComparisonView view, ComparedPair pair) => [.. pair.Matches.Select(m => One(view, pair, m))];

    private static MatchRow One(ComparisonView view, ComparedPair pair, HeadMatch match)
    {
        return new(
            new(view.Label(pair.Second), SiteAddresses.Model(pair.Second)),
            LayerName(view, pair.First, match),
            string.Join(", ", match.To.Select((to, from) => $"H{from}\u00a0→\u00a0H{to}")),
            Distance.Of(match.Matched),
            Distance.Of(match.SameNumber),
            Distance.Of(match.Chance.Mean),
            $"{Distance.Text(match.Chance.Mean)} ± {Distance.Text(match.Chance.StandardDeviation)}",
            Distance.Of(match.Best));
    }

    public static string LayerName(ComparisonView view, string model, HeadMatch match) =>
        view.Site.NameOf(model, new AttentionModule { Kind = match.Kind, Layer = match.Layer, Heads = match.To.Length });
}

/// <summary>Matches as pictures, and what they cost over all layers.</summary>
internal static class MatchFigures
{
    public static FigureView Draw(ComparisonView view, ComparedPair pair)
    {
        var (first, second) = (view.Label(pair.First), view.Label(pair.Second));
        var blocks = pair.Matches.Select(m => new PairBlock(
            Words.Sentence(MatchRow.LayerName(view, pair.First, m)),
            [.. m.To.Select((_, h) => $"H{h}")],
            [.. m.To.Select((_, h) => $"H{h}")],
            m.Distances) { Marked = m.To });
        var options = new HeadPairsOptions($"match-{PathSegment.Of(pair.Second)}", $"Heads of {first} against heads of {second}", first, second)
        {
            Maximum = view.Main.Pairs.SelectMany(p => p.Matches).SelectMany(m => m.Distances).Max(),
            Mark = "the match, fitted on the other half of the examples",
        };
        return ComparisonFigures.Pairs(view.Path, [.. blocks], options);
    }

    /// <summary>Means over layers, every layer counted by its heads.</summary>
    public static (double Matched, double SameNumber, double Chance) Cost(IEnumerable<HeadMatch> matches)
    {
        var all = matches.ToList();
        double Mean(Func<HeadMatch, double> cost) => all.Count == 0 ? double.NaN : all.Sum(m => cost(m) * m.To.Length) / all.Sum(m => m.To.Length);
        return (Mean(m => m.Matched), Mean(m => m.SameNumber), Mean(m => m.Chance.Mean));
    }

    /// <summary>The second run's table under the numbers of the first.</summary>
    public static RunTable Renumbered(RunTable second, ImmutableArray<HeadMatch> matches) => HeadSelection.Take(second, MatchedHeads.Of(matches));
}

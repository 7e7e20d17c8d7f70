using System.Collections.Immutable;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// Aligns two tokenisations of one input by the characters their tokens cover: the finest groups such that no token of either side lies in two.
/// White space at the ends of a token does not count; a token that covers nothing joins the next one of its text, or the last. Tokens of the
/// template are aligned by their place (before, between, after the texts), one by one where both sides have as many.
/// </summary>
public static class TokenAligner
{
    public static TokenAlignment Align(TokenSequence first, TokenSequence second)
    {
        if (IsSame(first, second))
        {
            return TokenAlignment.Identity(first.Count);
        }

        var (a, b) = (TokenRegions.Of(first), TokenRegions.Of(second));
        var last = Math.Max(a.Last, b.Last);
        return new([.. Enumerable.Range(0, last + 1).SelectMany(region => TokenRegions.IsText(region)
            ? CoveredSpans.Join(CoveredSpans.Of(first, a[region]), CoveredSpans.Of(second, b[region]))
            : Template(a[region], b[region]))]);
    }

    // Ready token ids have no text: there position is all there is.
    private static bool IsSame(TokenSequence first, TokenSequence second) =>
        first.Count == second.Count
        && (first.Texts.IsEmpty || second.Texts.IsEmpty || first.Tokens.Zip(second.Tokens).All(t => IsSame(t.First, t.Second)));

    private static bool IsSame(Token first, Token second) =>
        (first.Start, first.End, first.Segment, first.IsSpecial) == (second.Start, second.End, second.Segment, second.IsSpecial);

    private static IEnumerable<TokenGroup> Template(TokenRun first, TokenRun second) => (first.Count, second.Count) switch
    {
        (0, 0) => [],
        var (a, b) when a == b => Enumerable.Range(0, a).Select(i => new TokenGroup(new(first.Start + i, 1), new(second.Start + i, 1))),
        _ => [new(first, second)],
    };
}

/// <summary>Where the texts of a sequence lie among its tokens: region 0 is before the first text, 1 the first text, 2 between, and so on.</summary>
internal sealed class TokenRegions
{
    private readonly SortedDictionary<int, TokenRun> _runs = [];

    public int Last => _runs.Keys.LastOrDefault();

    public TokenRun this[int region] => _runs.GetValueOrDefault(region);

    public static bool IsText(int region) => region % 2 == 1;

    public static TokenRegions Of(TokenSequence sequence)
    {
        var (regions, region) = (new TokenRegions(), 0);
        for (var i = 0; i < sequence.Count; i++)
        {
            var segment = sequence.Tokens[i].Segment;
            region = Math.Max(region, segment < 0 ? region + (region % 2) : (2 * segment) + 1);
            var run = regions._runs.GetValueOrDefault(region, new(i, 0));
            regions._runs[region] = run with { Count = i + 1 - run.Start };
        }

        return regions;
    }
}

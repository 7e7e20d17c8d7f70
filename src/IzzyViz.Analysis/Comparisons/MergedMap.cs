using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// A map over groups of tokens: the weight on a group of keys is the sum over its tokens, that of a group of queries the mean over its tokens, so
/// that rows sum to what they summed to. A cell is visible where any of its parts is.
/// </summary>
public static class MergedMap
{
    /// <param name="axes">Labels of the groups: as many queries and keys as there are runs.</param>
    public static AttentionMap Of(AttentionMap map, MergedAxes axes)
    {
        var (queries, keys) = (axes.QueryRuns.Length, axes.KeyRuns.Length);
        var weights = new float[queries * keys];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)Weight(map, axes.QueryRuns[i / keys], axes.KeyRuns[i % keys]);
        }

        var mask = AttentionMask.From(queries, keys, (q, k) => IsVisible(map.Axes.Mask, axes.QueryRuns[q], axes.KeyRuns[k]));
        return new(map.Head, new(axes.Queries, axes.Keys, mask), weights);
    }

    private static double Weight(AttentionMap map, TokenRun queries, TokenRun keys)
    {
        var sum = 0.0;
        foreach (var (query, key) in Cells(queries, keys))
        {
            sum += map.Axes.Mask[query, key] ? map[query, key] : 0;
        }

        return queries.Count == 0 ? 0 : sum / queries.Count;
    }

    private static bool IsVisible(AttentionMask mask, TokenRun queries, TokenRun keys) => Cells(queries, keys).Any(c => mask[c.Query, c.Key]);

    private static IEnumerable<(int Query, int Key)> Cells(TokenRun queries, TokenRun keys) =>
        from query in Enumerable.Range(queries.Start, queries.Count)
        from key in Enumerable.Range(keys.Start, keys.Count)
        select (query, key);
}

/// <summary>The tokens of one side that make up the rows and columns of a merged map, and what these are called.</summary>
public sealed record MergedAxes(TokenSequence Queries, TokenSequence Keys, ImmutableArray<TokenRun> QueryRuns, ImmutableArray<TokenRun> KeyRuns);

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Statistics.Flow;

/// <summary>Several heads over the same tokens taken as one: the mean of their weights, each head counting the same.</summary>
public static class HeadMean
{
    /// <summary>A map <c>[query, key]</c> under the address of the first head.</summary>
    public static AttentionMap Of(IReadOnlyList<AttentionMap> heads)
    {
        var sums = new double[heads[0].Weights.Length];
        foreach (var head in heads)
        {
            var weights = head.Weights.Span;
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += weights[i];
            }
        }

        return heads[0] with { Weights = sums.Select(s => (float)(s / heads.Count)).ToArray() };
    }

    /// <summary>One map per layer of one kind of attention, first layer first; the head of its address is 0.</summary>
    public static ImmutableArray<AttentionMap> PerLayer(IEnumerable<AttentionMap> maps) =>
        [.. maps.GroupBy(m => m.Head.Layer).OrderBy(g => g.Key).Select(g => Of([.. g.OrderBy(m => m.Head.Head)])).Select(m => m with { Head = m.Head with { Head = 0 } })];
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <param name="Key">The token attended to; -1 for all others together.</param>
/// <param name="Shares">Of the query's weight, per layer.</param>
internal sealed record JourneyBand(int Key, ImmutableArray<double> Shares)
{
    public double Peak => Shares.Max();
}

/// <summary>Where one token's attention goes, layer by layer: the keys that ever get most of it, and all others together.</summary>
internal static class JourneyBands
{
    /// <summary>At most <paramref name="most"/> keys by their largest share in any layer, equal ones by position; the rest as the last band.</summary>
    public static ImmutableArray<JourneyBand> Of(IReadOnlyList<AttentionMap> layers, int query, int most)
    {
        var rows = layers.Select(l => Shares(l, query)).ToArray();
        var bands = Enumerable.Range(0, layers[0].Axes.Keys.Count)
            .Select(key => new JourneyBand(key, [.. rows.Select(r => r[key])]))
            .OrderByDescending(b => b.Peak)
            .Take(most)
            .Where(b => b.Peak > 0)
            .OrderBy(b => b.Key)
            .ToList();
        var rest = rows.Select((_, layer) => Math.Max(0, 1 - bands.Sum(b => b.Shares[layer]))).ToImmutableArray();
        return [.. bands, new JourneyBand(-1, rest)];
    }

    private static double[] Shares(AttentionMap map, int query)
    {
        var weights = Enumerable.Range(0, map.Axes.Keys.Count).Select(k => map.Axes.Mask[query, k] ? Math.Max(0, (double)map[query, k]) : 0).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(w => sum > 0 ? w / sum : 0)];
    }
}

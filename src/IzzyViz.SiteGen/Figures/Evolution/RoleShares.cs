using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Evolution;

/// <summary>One head over several examples: the mean share of its weight by role, each example counting the same.</summary>
/// <param name="Shares">Of <see cref="RoleIndex.Count"/> roles; they sum to 1.</param>
internal sealed record RoleShares(HeadAddress Head, ImmutableArray<double> Shares)
{
    /// <summary>Heads of one kind of attention over examples, in order of layer and head; heads without a row that counts are left out.</summary>
    public static ImmutableArray<RoleShares> Of(IEnumerable<IEnumerable<AttentionMap>> examples)
    {
        var sums = new SortedDictionary<(Analysis.Models.AttentionKind, int, int), (HeadAddress Head, double[] Sum, int Count)>();
        foreach (var example in examples)
        {
            Add(example, sums);
        }

        return [.. sums.Values.Select(s => new RoleShares(s.Head, [.. s.Sum.Select(v => v / s.Count)]))];
    }

    private static void Add(IEnumerable<AttentionMap> maps, SortedDictionary<(Analysis.Models.AttentionKind, int, int), (HeadAddress Head, double[] Sum, int Count)> sums)
    {
        foreach (var module in maps.GroupBy(m => (m.Axes, m.Head.Kind)))
        {
            var index = new RoleIndex(module.Key.Axes, module.Key.Kind);
            foreach (var map in module)
            {
                if (index.Profile(map.Weights.Span) is { } profile)
                {
                    var key = (map.Head.Kind, map.Head.Layer, map.Head.Head);
                    var (_, sum, count) = sums.GetValueOrDefault(key, (map.Head, new double[RoleIndex.Count], 0));
                    sums[key] = (map.Head, [.. sum.Zip(profile, (s, p) => s + p)], count + 1);
                }
            }
        }
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Matches heads layer by layer from distances within layers.</summary>
public static class HeadMatcher
{
    /// <summary>
    /// Which examples a match is fitted on: in the order of their content hashes the first, the third and so on. The halves do not depend on the
    /// order of the rows, and one row more moves at most the rows behind it.
    /// </summary>
    public static ImmutableArray<bool> Halves(IReadOnlyList<string> contentHashes)
    {
        var order = Enumerable.Range(0, contentHashes.Count).OrderBy(i => contentHashes[i], StringComparer.Ordinal).ThenBy(i => i).ToArray();
        var isFitted = new bool[order.Length];
        for (var place = 0; place < order.Length; place += 2)
        {
            isFitted[order[place]] = true;
        }

        return [.. isFitted];
    }

    /// <summary>One match per layer in which both models have as many heads and some distance is known on both halves.</summary>
    /// <param name="pairs">Those of <see cref="HeadPairs.WithinLayers"/>.</param>
    /// <param name="isFitted">By example.</param>
    public static ImmutableArray<HeadMatch> Match(HeadPairs pairs, IReadOnlyList<ExampleDistances> examples, ImmutableArray<bool> isFitted)
    {
        var layers = pairs.Pairs.Select((pair, index) => (pair, index)).GroupBy(p => p.pair.First.Module, StringComparer.Ordinal);
        return [.. layers.Select(layer => Match([.. layer], examples, isFitted)).OfType<HeadMatch>()];
    }

    private static HeadMatch? Match((HeadPair Pair, int Index)[] layer, IReadOnlyList<ExampleDistances> examples, ImmutableArray<bool> isFitted)
    {
        var size = layer.Select(p => p.Pair.First.Head).Distinct().Count();
        if (size * size != layer.Length)
        {
            return null;
        }

        var fit = Means(layer, [.. examples.Where((_, i) => isFitted[i])]);
        var judge = Means(layer, [.. examples.Where((_, i) => !isFitted[i])]);
        return fit is null || judge is null ? null : Match(layer[0].Pair.First, fit, judge);
    }

    private static HeadMatch Match(HeadAddress address, double[,] fit, double[,] judge)
    {
        var to = Assignment.Solve(fit);
        return new()
        {
            Kind = address.Kind,
            Layer = address.Layer,
            To = [.. to],
            Distances = [.. judge.Cast<double>()],
            Fitted = Assignment.MeanCost(fit, to),
            Matched = Assignment.MeanCost(judge, to),
            SameNumber = Assignment.MeanCost(judge, [.. Enumerable.Range(0, to.Length)]),
            Chance = RandomAssignment.Of(judge),
            Best = Assignment.MeanCost(judge, Assignment.Solve(judge)),
        };
    }

    // Null where the distance of some pair is known on no example.
    private static double[,]? Means((HeadPair Pair, int Index)[] layer, ExampleDistances[] examples)
    {
        var size = (int)Math.Sqrt(layer.Length);
        var means = new double[size, size];
        for (var i = 0; i < layer.Length; i++)
        {
            means[i / size, i % size] = DistanceMeans.Of(examples, layer[i].Index);
        }

        return means.Cast<double>().Any(double.IsNaN) ? null : means;
    }
}

using System.Buffers;
using IzzyViz.Analysis.Statistics.Patterns;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// How far two maps over the same tokens are apart: the mean of √JS over the queries that have a choice, those for which at least one of the
/// maps has two visible keys or more. Masked cells weigh nothing. Where a row sums to less than 1 (softmax with a sink) the rest counts as one
/// more key; weights below 0 (differential attention) count as 0 and the others are brought to the sum 1.
/// </summary>
public static class MapDistance
{
    /// <summary>Rows whose sum is this near to 1 are only rounded.</summary>
    private const double Rounding = 1e-3;

    /// <summary>From 0 to 1; NaN where no query counts.</summary>
    public static double Of(AttentionMap first, AttentionMap second)
    {
        var keys = first.Axes.Keys.Count;
        if (second.Axes.Keys.Count != keys || second.Axes.Queries.Count != first.Axes.Queries.Count)
        {
            throw new ArgumentException("The maps are not over the same tokens.", nameof(second));
        }

        var rented = ArrayPool<double>.Shared.Rent(2 * (keys + 1));
        var a = rented.AsSpan(0, keys + 1);
        var b = rented.AsSpan(keys + 1, keys + 1);
        var (sum, count) = (0.0, 0);
        for (var query = 0; query < first.Axes.Queries.Count; query++)
        {
            if (HasChoice(first, second, query) && Fill(first, query, a) && Fill(second, query, b))
            {
                (sum, count) = (sum + JensenShannon.Distance(a, b), count + 1);
            }
        }

        ArrayPool<double>.Shared.Return(rented);
        return count == 0 ? double.NaN : sum / count;
    }

    private static bool HasChoice(AttentionMap first, AttentionMap second, int query) =>
        first.Axes.Mask.VisibleCount(query) > 1 || second.Axes.Mask.VisibleCount(query) > 1;

    /// <summary>The row as a distribution, its last entry what falls on no token; false where it has no weight at all.</summary>
    private static bool Fill(AttentionMap map, int query, Span<double> row)
    {
        var sum = 0.0;
        for (var key = 0; key < row.Length - 1; key++)
        {
            row[key] = map.Axes.Mask[query, key] ? Math.Max(0, map[query, key]) : 0;
            sum += row[key];
        }

        row[^1] = sum < 1 - Rounding ? 1 - sum : 0;
        var total = sum + row[^1];
        foreach (ref var share in row)
        {
            share /= total;
        }

        return sum > 0 && double.IsFinite(sum);
    }
}

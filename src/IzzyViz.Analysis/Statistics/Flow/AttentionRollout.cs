using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Statistics.Flow;

/// <summary>
/// Attention rollout (Abnar and Zuidema 2020, "Quantifying attention flow in transformers", section 3): Â = ½ A + ½ I, A the mean over the
/// heads of a layer, ½ I the residual connection; what reaches layer l is Âₗ Âₗ₋₁ … Â₁.
/// </summary>
public static class AttentionRollout
{
    /// <summary>Â of every layer, first layer first. A row's visible weights are scaled to the sum 1; a row that sees nothing keeps its own token.</summary>
    /// <param name="layers">One map per layer, of self-attention over one sequence.</param>
    /// <exception cref="ArgumentException">A map is not square: queries that are only the end of the keys have no way back to the input.</exception>
    public static ImmutableArray<TokenMatrix> Mixed(IReadOnlyList<AttentionMap> layers) => [.. layers.Select(Mixed)];

    /// <summary>Âₗ … Â₁ for every layer l: row i says how token i of layer l's output is made up of the input tokens.</summary>
    public static ImmutableArray<TokenMatrix> Of(ImmutableArray<TokenMatrix> mixed)
    {
        var products = ImmutableArray.CreateBuilder<TokenMatrix>(mixed.Length);
        foreach (var layer in mixed)
        {
            products.Add(products.Count == 0 ? layer : layer.Times(products[^1]));
        }

        return products.MoveToImmutable();
    }

    private static TokenMatrix Mixed(AttentionMap map)
    {
        var size = map.Axes.Queries.Count;
        if (size != map.Axes.Keys.Count)
        {
            throw new ArgumentException($"Rollout needs square maps; one has {size} queries and {map.Axes.Keys.Count} keys.", nameof(map));
        }

        var values = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            Fill(map, i, values.AsSpan(i * size, size));
        }

        return new(size, values);
    }

    private static void Fill(AttentionMap map, int query, Span<double> row)
    {
        var sum = 0.0;
        for (var key = 0; key < row.Length; key++)
        {
            row[key] = map.Axes.Mask[query, key] ? Math.Max(0, (double)map[query, key]) : 0;
            sum += row[key];
        }

        for (var key = 0; key < row.Length; key++)
        {
            row[key] = sum > 0 ? row[key] / sum / 2 : 0;
        }

        row[query] += sum > 0 ? 0.5 : 1;
    }
}

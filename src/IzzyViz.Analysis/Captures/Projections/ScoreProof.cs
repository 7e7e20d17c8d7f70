using System.Numerics.Tensors;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>Compares the product of queries and keys that were read with the graph's own, both times one vector r over keys.</summary>
internal static class ScoreProof
{
    /// <summary>Largest difference of q·(kᵀ·r) from the graph's product times r, relative to the latter; NaN where there is none.</summary>
    /// <param name="graph">Sums over keys <c>[batch, head, query]</c>, the factors r of keys, and the scale of the graph's product.</param>
    public static double Of(Block query, Block key, (ReadOnlyMemory<float> Sums, ReadOnlyMemory<float> Factors, float Scale) graph, int heads)
    {
        if (graph.Factors.Length != key.Tokens || graph.Sums.Length != query.Batch * heads * query.Tokens)
        {
            return double.NaN;
        }

        var mine = new float[graph.Sums.Length];
        for (var map = 0; map < query.Batch * heads; map++)
        {
            var mixed = Mixed(key, map / heads, map % heads * key.Groups / heads, graph.Factors.Span);
            for (var row = 0; row < query.Tokens; row++)
            {
                mine[(map * query.Tokens) + row] = graph.Scale * TensorPrimitives.Dot(query.Row(map / heads, map % heads * query.Groups / heads, row), mixed);
            }
        }

        return RelativeError.Largest(mine, graph.Sums.Span);
    }

    private static float[] Mixed(Block key, int example, int group, ReadOnlySpan<float> factors)
    {
        var mixed = new float[key.Size];
        for (var j = 0; j < key.Tokens; j++)
        {
            TensorPrimitives.MultiplyAdd(key.Row(example, group, j), factors[j], mixed, mixed);
        }

        return mixed;
    }
}

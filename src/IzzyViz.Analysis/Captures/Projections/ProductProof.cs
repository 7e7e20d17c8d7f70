using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Running;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>Compares what is made of read blocks with what the graph itself made of its tensors, over one projection.</summary>
internal static class ProductProof
{
    /// <summary>Of q·(kᵀ·r) against the graph's product times r; NaN where there is none.</summary>
    public static double OfScores(Block query, Block key, (ReadOnlyMemory<float> Sums, ReadOnlyMemory<float> Factors, float Scale) graph, int heads)
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

        return Difference(mine, graph.Sums.Span);
    }

    /// <summary>Of weights times values against the graph's result in any of the layouts that results have; NaN where none fits.</summary>
    public static double OfValues(Block value, WeightsBuffer weights, OrtValue result, float scale)
    {
        var (batch, heads, queries) = ((int)weights.Dims[0], (int)weights.Dims[1], (int)weights.Dims[2]);
        var graph = result.Singles();
        if (graph.Length != batch * heads * queries * value.Size)
        {
            return double.NaN;
        }

        var mine = Weighed(value, weights, scale);
        var worst = double.NaN;
        foreach (var layout in Layouts((heads, queries, value.Size)))
        {
            var error = Difference(mine, Projected(graph, (batch, heads, queries, value.Size), layout));
            worst = double.IsNaN(worst) ? error : Math.Min(worst, error);
        }

        return worst;
    }

    private static float[] Weighed(Block value, WeightsBuffer weights, float scale)
    {
        var (heads, queries, keys) = ((int)weights.Dims[1], (int)weights.Dims[2], (int)weights.Dims[3]);
        var mine = new float[weights.Dims[0] * heads * queries];
        var signs = Signs(value.Size);
        for (var map = 0; map < mine.Length / queries; map++)
        {
            var projected = new float[keys];
            for (var j = 0; j < keys; j++)
            {
                projected[j] = TensorPrimitives.Dot(value.Row(map / heads, map % heads * value.Groups / heads, j), signs);
            }

            for (var row = 0; row < queries; row++)
            {
                mine[(map * queries) + row] = scale * TensorPrimitives.Dot(weights.Row((map * queries) + row), projected);
            }
        }

        return mine;
    }

    /// <summary>Strides of head, query and feature: heads first, queries first, features before queries.</summary>
    private static (int Head, int Query, int Feature)[] Layouts((int Heads, int Queries, int Size) of) =>
        [(of.Queries * of.Size, of.Size, 1), (of.Size, of.Heads * of.Size, 1), (of.Queries * of.Size, 1, of.Queries)];

    private static float[] Projected(ReadOnlySpan<float> graph, (int Batch, int Heads, int Queries, int Size) of, (int Head, int Query, int Feature) strides)
    {
        var (projected, signs, index) = (new float[of.Batch * of.Heads * of.Queries], Signs(of.Size), 0);
        for (var example = 0; example < of.Batch; example++)
        {
            for (var head = 0; head < of.Heads; head++)
            {
                for (var row = 0; row < of.Queries; row++)
                {
                    var start = (example * of.Heads * of.Queries * of.Size) + (head * strides.Head) + (row * strides.Query);
                    projected[index++] = Sum(graph[start..], strides.Feature, signs);
                }
            }
        }

        return projected;
    }

    private static float Sum(ReadOnlySpan<float> graph, int stride, float[] signs)
    {
        if (stride == 1)
        {
            return TensorPrimitives.Dot(graph[..signs.Length], signs);
        }

        float sum = 0;
        for (var d = 0; d < signs.Length; d++)
        {
            sum += graph[d * stride] * signs[d];
        }

        return sum;
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

    /// <summary>Signs that differ between features in no simple pattern, the same in every run.</summary>
    private static float[] Signs(int size) => [.. Enumerable.Range(0, size).Select(i => MathF.Sin(1.9f * (i + 1)) + (i % 3))];

    private static double Difference(ReadOnlySpan<float> mine, ReadOnlySpan<float> graph)
    {
        double worst = 0;
        for (var i = 0; i < mine.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs((double)mine[i] - graph[i]));
        }

        return mine.Length == 0 ? double.NaN : worst / Math.Max(1e-6, Math.Abs(TensorPrimitives.MaxMagnitude(graph)));
    }
}

using System.Numerics.Tensors;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>A graph's result <c>[batch, head, query, feature]</c> in one of the orders that results have.</summary>
/// <param name="Head">Stride of heads; so <paramref name="Query"/> and <paramref name="Feature"/>.</param>
internal readonly record struct ResultLayout(int Head, int Query, int Feature)
{
    /// <summary>Heads first, queries first, features before queries.</summary>
    public static ResultLayout[] All(ResultSize size) =>
        [new(size.Queries * size.Features, size.Features, 1), new(size.Features, size.Heads * size.Features, 1), new(size.Queries * size.Features, 1, size.Queries)];

    /// <summary>Features times signs, summed: <c>[batch, head, query]</c>.</summary>
    public float[] Project(ReadOnlySpan<float> result, ResultSize size, float[] signs)
    {
        var (projected, index) = (new float[size.Batch * size.Heads * size.Queries], 0);
        for (var example = 0; example < size.Batch; example++)
        {
            for (var head = 0; head < size.Heads; head++)
            {
                for (var row = 0; row < size.Queries; row++)
                {
                    var start = (example * size.Heads * size.Queries * size.Features) + (head * Head) + (row * Query);
                    projected[index++] = Sum(result[start..], signs);
                }
            }
        }

        return projected;
    }

    private float Sum(ReadOnlySpan<float> features, float[] signs)
    {
        if (Feature == 1)
        {
            return TensorPrimitives.Dot(features[..signs.Length], signs);
        }

        float sum = 0;
        for (var d = 0; d < signs.Length; d++)
        {
            sum += features[d * Feature] * signs[d];
        }

        return sum;
    }
}

internal readonly record struct ResultSize(int Batch, int Heads, int Queries, int Features)
{
    public int Cells => Batch * Heads * Queries * Features;
}

using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures;

/// <summary>
/// Compares weights times values with the tensor the graph itself made of them, over one random projection of the value features:
/// O(heads · tokens²) instead of a whole second product. A wrong layout, head or layer does not pass.
/// </summary>
internal static class ValueCheck
{
    /// <summary>Largest difference relative to the largest entry of the graph's tensor; NaN where the shapes cannot be compared.</summary>
    /// <param name="scale">The factor that a fused product applies.</param>
    public static double Error(OrtValue weights, OrtValue values, OrtValue result, float scale)
    {
        var (w, v, r) = (weights.Shape(), values.Shape(), result.Shape());
        if (w.Length < 2 || v.Length < 2 || r.Length < 2 || v[^2] != w[^1] || r[^2] != w[^2] || r[^1] != v[^1] || Count(w, 2) != Count(r, 2))
        {
            return double.NaN;
        }

        var (maps, groups) = (Count(w, 2), Count(v, 2));
        if (groups == 0 || maps % groups != 0 || (groups != maps && v[..^2].SkipLast(1).Aggregate(1L, (p, d) => p * d) != groups))
        {
            return double.NaN;
        }

        var projection = Projection((int)v[^1]);
        return Largest(weights.Singles(), Project(values.Singles(), projection), Project(result.Singles(), projection), ((int)w[^1], maps / groups * w[^2], scale));
    }

    private static double Largest(ReadOnlySpan<float> weights, float[] values, float[] result, (int Keys, long RowsPerGroup, float Scale) shape)
    {
        double worst = 0;
        for (var row = 0; row < result.Length; row++)
        {
            var group = (int)(row / shape.RowsPerGroup);
            var mixed = shape.Scale * TensorPrimitives.Dot(weights.Slice(row * shape.Keys, shape.Keys), values.AsSpan(group * shape.Keys, shape.Keys));
            worst = Math.Max(worst, Math.Abs(mixed - result[row]));
        }

        return worst / Math.Max(1e-6, Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude<float>(result)), Math.Abs(TensorPrimitives.MaxMagnitude<float>(values))));
    }

    private static float[] Project(ReadOnlySpan<float> rows, float[] projection)
    {
        var projected = new float[rows.Length / projection.Length];
        for (var i = 0; i < projected.Length; i++)
        {
            projected[i] = TensorPrimitives.Dot(rows.Slice(i * projection.Length, projection.Length), projection);
        }

        return projected;
    }

    /// <summary>Signs from a fixed mixing of the index: random enough to miss nothing, the same in every run.</summary>
    private static float[] Projection(int size)
    {
        var signs = new float[size];
        for (var i = 0; i < size; i++)
        {
            var mixed = (uint)(i + 1) * 2654435761u;
            signs[i] = ((mixed ^ (mixed >> 15)) & 64) == 0 ? 1 : -1;
        }

        return signs;
    }

    private static long Count(long[] shape, int skip) => shape.SkipLast(skip).Aggregate(1L, (p, d) => p * d);
}

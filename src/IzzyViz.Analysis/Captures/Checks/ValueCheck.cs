using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Running;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Checks;

/// <summary>
/// Compares weights times values with the tensor the graph itself made of them, over one random projection of the value features:
/// O(heads · tokens²) instead of a whole second product. A wrong layout, head or layer does not pass.
/// </summary>
internal static class ValueCheck
{
    /// <summary>Largest difference relative to the largest entry of the graph's tensor; NaN where the shapes cannot be compared.</summary>
    /// <param name="scale">The factor that a fused product applies.</param>
    public static double Error(WeightsBuffer weights, OrtValue values, OrtValue result, float scale)
    {
        var (v, r, queries, keys) = (values.Shape(), result.Shape(), weights.Dims[2], weights.Dims[3]);
        if (v.Length < 2 || r.Length < 2 || v[^2] != keys || r[^2] != queries || r[^1] != v[^1] || Count(r, 2) != weights.Maps)
        {
            return double.NaN;
        }

        var groups = Count(v, 2);
        if (groups == 0 || weights.Maps % groups != 0 || (groups != weights.Maps && v[..^2].SkipLast(1).Aggregate(1L, (p, d) => p * d) != groups))
        {
            return double.NaN;
        }

        var projection = Projection((int)v[^1]);
        return Largest(weights, Project(values.Singles(), projection), Project(result.Singles(), projection), (weights.Maps / groups * queries, scale));
    }

    private static double Largest(WeightsBuffer weights, float[] values, float[] result, (long RowsPerGroup, float Scale) shape)
    {
        double worst = 0;
        var keys = (int)weights.Dims[3];
        for (var row = 0; row < result.Length; row++)
        {
            var group = (int)(row / shape.RowsPerGroup);
            var mixed = shape.Scale * TensorPrimitives.Dot(weights.Row(row), values.AsSpan(group * keys, keys));
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

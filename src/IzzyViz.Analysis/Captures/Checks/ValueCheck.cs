using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Running;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Checks;

/// <summary>
/// Compares weights times values with the tensor the graph itself made of them, over one random projection of the value features:
/// O(heads · tokens²) instead of a whole second product. A wrong layout, head or layer does not pass.
/// </summary>
internal static class ValueCheck
{
    /// <summary>Largest difference relative to the largest entry of the graph's tensor; NaN where the shapes cannot be compared, infinite where they contradict the weights.</summary>
    public static double Error(WeightsBuffer weights, OrtValue values, OrtValue result, ValueProbe probe)
    {
        if (ProjectedRows.Of(values, probe.Values) is not { } v || ProjectedRows.Of(result, probe.Result) is not { } r)
        {
            return double.NaN;
        }

        return ProductBlocks.Of(weights.Dims, v, r, probe) is { } blocks && v.Tokens == weights.Dims[3] && v.Size == r.Size
            ? Largest(weights, v, r, (blocks, probe.Scale)) : probe.IsExact ? double.PositiveInfinity : double.NaN;
    }

    private static double Largest(WeightsBuffer weights, ProjectedRows values, ProjectedRows result, (ProductBlocks Blocks, float Scale) of)
    {
        double worst = 0;
        var (queries, keys) = ((int)weights.Dims[2], (int)weights.Dims[3]);
        for (var map = 0; map < weights.Maps; map++)
        {
            var column = values.Numbers.AsSpan(of.Blocks.ValuesOf(map) * keys, keys);
            for (var query = 0; query < queries; query++)
            {
                var mixed = of.Scale * TensorPrimitives.Dot(weights.Row((map * queries) + query), column);
                worst = Math.Max(worst, Math.Abs(mixed - result.Numbers[of.Blocks.RowOf(map, query)]));
            }
        }

        return worst / Math.Max(1e-6, Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude<float>(result.Numbers)), Math.Abs(TensorPrimitives.MaxMagnitude<float>(values.Numbers))));
    }
}

using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Running;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>Compares weights times the values that were read with what the graph made of its own, both projected to one number a row.</summary>
internal static class ValueProof
{
    /// <summary>Largest relative difference in whichever of the layouts that results have fits best; NaN where none fits.</summary>
    public static double Of(Block value, WeightsBuffer weights, OrtValue result, float scale)
    {
        var size = new ResultSize((int)weights.Dims[0], (int)weights.Dims[1], (int)weights.Dims[2], value.Size);
        var graph = result.Singles();
        if (graph.Length != size.Cells)
        {
            return double.NaN;
        }

        var signs = Signs(value.Size);
        var mine = Weighed(value, weights, scale, signs);
        var best = double.NaN;
        foreach (var layout in ResultLayout.All(size))
        {
            var error = RelativeError.Largest(mine, layout.Project(graph, size, signs));
            best = double.IsNaN(best) ? error : Math.Min(best, error);
        }

        return best;
    }

    /// <summary>Weights times (values times signs): <c>[batch, head, query]</c>.</summary>
    private static float[] Weighed(Block value, WeightsBuffer weights, float scale, float[] signs)
    {
        var (heads, queries) = ((int)weights.Dims[1], (int)weights.Dims[2]);
        var mine = new float[weights.Dims[0] * heads * queries];
        for (var map = 0; map < weights.Maps; map++)
        {
            var projected = Projected(value, map / heads, map % heads * value.Groups / heads, signs);
            for (var row = 0; row < queries; row++)
            {
                mine[(map * queries) + row] = scale * TensorPrimitives.Dot(weights.Row((map * queries) + row), projected);
            }
        }

        return mine;
    }

    private static float[] Projected(Block value, int example, int group, float[] signs)
    {
        var projected = new float[value.Tokens];
        for (var j = 0; j < projected.Length; j++)
        {
            projected[j] = TensorPrimitives.Dot(value.Row(example, group, j), signs);
        }

        return projected;
    }

    /// <summary>Signs that differ between features in no simple pattern, the same in every run.</summary>
    private static float[] Signs(int size) => [.. Enumerable.Range(0, size).Select(i => MathF.Sin(1.9f * (i + 1)) + (i % 3))];
}

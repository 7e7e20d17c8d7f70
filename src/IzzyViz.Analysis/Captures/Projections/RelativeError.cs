using System.Numerics.Tensors;

namespace IzzyViz.Analysis.Captures.Projections;

internal static class RelativeError
{
    /// <summary>A result that is all but nothing is no measure of an error.</summary>
    private const double Smallest = 1e-6;

    /// <summary>The largest difference, relative to the largest of the graph's numbers; NaN for none.</summary>
    public static double Largest(ReadOnlySpan<float> mine, ReadOnlySpan<float> graph)
    {
        double worst = 0;
        for (var i = 0; i < mine.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs((double)mine[i] - graph[i]));
        }

        return mine.Length == 0 ? double.NaN : worst / Math.Max(Smallest, Math.Abs(TensorPrimitives.MaxMagnitude(graph)));
    }
}

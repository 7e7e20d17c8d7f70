using System.Numerics.Tensors;

namespace IzzyViz.Analysis.Statistics;

/// <summary>Sums over the visible weights of one row.</summary>
/// <param name="Total">Σ A[i,j].</param>
/// <param name="Entropy">-Σ A ln A in nats, mass on no token counted as one virtual key; NaN where a weight is negative.</param>
internal readonly record struct RowSums(double Total, double Maximum, double Entropy, bool IsDistribution)
{
    /// <summary>Half-precision rows miss 1 by less than this; with a sink logit they miss it by more.</summary>
    public const double MissingMass = 1e-3;

    // 0 · ln 0 is 0: the logarithm is taken of something positive and multiplied by the weight, which is 0.
    private const double Positive = 1e-300;

    /// <summary>True where the row keeps mass for a sink that is no token.</summary>
    public bool HasVirtualKey => 1 - Total > MissingMass;

    /// <param name="scratch">As long as the weights.</param>
    public static RowSums Of(ReadOnlySpan<double> weights, Span<double> scratch)
    {
        var total = TensorPrimitives.Sum(weights);
        var isDistribution = !(TensorPrimitives.Min(weights) < 0);
        return new(total, TensorPrimitives.Max(weights), isDistribution ? EntropyOf(weights, scratch, 1 - total) : double.NaN, isDistribution);
    }

    private static double EntropyOf(ReadOnlySpan<double> weights, Span<double> scratch, double missing)
    {
        TensorPrimitives.Max(weights, Positive, scratch);
        TensorPrimitives.Log(scratch, scratch);
        var entropy = Math.Max(0, -TensorPrimitives.Dot(weights, scratch));
        return missing > MissingMass ? entropy - (missing * Math.Log(missing)) : entropy;
    }
}

using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IzzyViz.Analysis.Statistics;

/// <summary>Sums over the visible weights of one row, taken in one pass of four lanes, so in the same order on every processor.</summary>
/// <param name="Total">Σ A[i,j].</param>
/// <param name="Entropy">-Σ A ln A in nats, mass on no token counted as one virtual key; NaN where a weight is negative.</param>
internal readonly record struct RowSums(double Total, double Maximum, double Entropy, bool IsDistribution)
{
    /// <summary>Half-precision rows miss 1 by less than this; with a sink logit they miss it by more.</summary>
    public const double MissingMass = 1e-3;

    // 0 · ln 0 is 0: the logarithm is taken of something positive and multiplied by the weight, which is 0.
    private static readonly Vector256<double> Positive = Vector256.Create(1e-300);

    /// <summary>True where the row keeps mass for a sink that is no token.</summary>
    public bool HasVirtualKey => 1 - Total > MissingMass;

    /// <summary>The length of buffer a row needs: whole lanes, the rest filled with zeros.</summary>
    public static int Padded(int length) => (length + 3) & ~3;

    /// <param name="padded">The weights and zeros up to <see cref="Padded"/>.</param>
    public static RowSums Of(ReadOnlySpan<double> padded, int length)
    {
        var total = Vector256<double>.Zero;
        var (minimum, maximum, entropy) = (total, total, total);
        foreach (var weights in MemoryMarshal.Cast<double, Vector256<double>>(padded))
        {
            total += weights;
            minimum = Vector256.MinNative(minimum, weights);
            maximum = Vector256.MaxNative(maximum, weights);
            entropy -= weights * VectorLogarithm.Of(Vector256.MaxNative(weights, Positive));
        }

        return Finish(padded[..length], Vector256.Sum(total), Vector256.Sum(minimum) < 0, (Largest(maximum), Vector256.Sum(entropy)));
    }

    // The fast minimum and maximum pass over NaN, the total does not.
    private static RowSums Finish(ReadOnlySpan<double> weights, double total, bool hasNegative, (double Maximum, double Entropy) of) =>
        (double.IsNaN(total), hasNegative) switch
        {
            (true, _) => new(total, double.NaN, double.NaN, true),
            (_, true) => new(total, TensorPrimitives.Max(weights), double.NaN, false),
            _ => new(total, of.Maximum, Math.Max(0, of.Entropy) + Missing(1 - total), true),
        };

    private static double Missing(double mass) => mass > MissingMass ? -mass * Math.Log(mass) : 0;

    private static double Largest(Vector256<double> lanes) => Math.Max(Math.Max(lanes[0], lanes[1]), Math.Max(lanes[2], lanes[3]));
}

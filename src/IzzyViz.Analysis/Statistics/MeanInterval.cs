using System.Numerics.Tensors;

namespace IzzyViz.Analysis.Statistics;

/// <summary>
/// A 95 % bootstrap interval of a mean: the BCa interval (Efron 1987) in the closed form that it has for a mean (ABC; DiCiccio and Efron
/// 1992), so without resampling noise, the same for any order of the values, and widened for small samples (Hesterberg 2015).
/// </summary>
public readonly record struct MeanInterval(double Low, double High)
{
    /// <summary>Below this many values there is no interval; show the points.</summary>
    public const int MinimumCount = 30;

    private const double Normal975 = 1.959963984540054;

    public static readonly MeanInterval None = new(double.NaN, double.NaN);

    /// <param name="sorted">Ascending, without NaN: sums over sorted values do not depend on the order of the examples.</param>
    public static MeanInterval Of(ReadOnlySpan<double> sorted)
    {
        if (sorted.Length < MinimumCount)
        {
            return None;
        }

        var moments = CentralMoments.Of(sorted);
        return moments.Second == 0 ? new(moments.Mean, moments.Mean) : Of(moments, sorted[0], sorted[^1]);
    }

    /// <summary>
    /// The 97.5 % quantile of Student's t, by its expansion around the normal one (Abramowitz and Stegun 26.7.5); within 1e-5 from 29
    /// degrees on.
    /// </summary>
    internal static double Student975(int degrees)
    {
        const double Z = Normal975;
        var (z3, z5, z7) = (Math.Pow(Z, 3), Math.Pow(Z, 5), Math.Pow(Z, 7));
        var first = (z3 + Z) / 4;
        var second = ((5 * z5) + (16 * z3) + (3 * Z)) / 96;
        var third = ((3 * z7) + (19 * z5) + (17 * z3) - (15 * Z)) / 384;
        return Z + ((first + ((second + (third / degrees)) / degrees)) / degrees);
    }

    private static MeanInterval Of(CentralMoments moments, double minimum, double maximum)
    {
        var n = moments.Count;
        var acceleration = moments.Third / (6 * Math.Pow(moments.Second, 1.5));
        var error = Math.Sqrt(moments.Second) / n;
        var z = Student975(n - 1) * Math.Sqrt(n / (n - 1.0));

        // For a mean the bias correction of BCa equals the acceleration; a mean cannot leave the range of its values.
        double Limit(double w) => Math.Clamp(moments.Mean + (error * w / Math.Pow(1 - (acceleration * w), 2)), minimum, maximum);
        return new(Limit(acceleration - z), Limit(acceleration + z));
    }
}

/// <summary>Σ (x - mean)² and Σ (x - mean)³.</summary>
internal readonly record struct CentralMoments(int Count, double Mean, double Second, double Third)
{
    /// <summary>Sample standard deviation (n - 1); NaN for one value.</summary>
    public double StandardDeviation => Count < 2 ? double.NaN : Math.Sqrt(Second / (Count - 1));

    public static CentralMoments Of(ReadOnlySpan<double> values)
    {
        var mean = TensorPrimitives.Sum(values) / values.Length;
        var (second, third) = (0.0, 0.0);
        foreach (var value in values)
        {
            var deviation = value - mean;
            second += deviation * deviation;
            third += deviation * deviation * deviation;
        }

        return new(values.Length, mean, second, third);
    }
}

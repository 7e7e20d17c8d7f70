namespace IzzyViz.Analysis.Statistics.Patterns;

/// <summary>
/// How different two distributions are: the square root of the Jensen–Shannon divergence in bits, a metric from 0 (alike) to 1 (nothing
/// in common) (Endres and Schindelin 2003, "A new metric for probability distributions").
/// </summary>
public static class JensenShannon
{
    /// <param name="left">Not negative, with the sum 1; as long as <paramref name="right"/>.</param>
    /// <param name="right">The same.</param>
    public static double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"{left.Length} and {right.Length} outcomes cannot be compared.", nameof(right));
        }

        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var middle = (left[i] + right[i]) / 2;
            sum += Part(left[i], middle) + Part(right[i], middle);
        }

        // Rounding can leave a hair below 0 or above 1.
        return Math.Sqrt(Math.Clamp(sum / 2, 0, 1));
    }

    /// <summary>Distances <c>[row, row]</c> between all rows: symmetric, 0 on the diagonal.</summary>
    public static double[,] Distances(IReadOnlyList<double[]> rows)
    {
        var distances = new double[rows.Count, rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                distances[i, j] = distances[j, i] = Distance(rows[i], rows[j]);
            }
        }

        return distances;
    }

    private static double Part(double share, double middle) => share <= 0 ? 0 : share * Math.Log2(share / middle);
}

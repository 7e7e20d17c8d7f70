namespace IzzyViz.Analysis.Comparisons;

/// <summary>
/// How far two distributions are apart: the square root of the Jensen-Shannon divergence with logarithms to base 2 (Lin 1991), which is a
/// metric (Endres and Schindelin 2003). 0 for equal ones, 1 for those that share nothing.
/// </summary>
public static class JensenShannon
{
    /// <param name="first">Not negative, with the sum 1.</param>
    /// <param name="second">Of the same length.</param>
    public static double Distance(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (second.Length != first.Length)
        {
            throw new ArgumentException($"{second.Length} shares for {first.Length}.", nameof(second));
        }

        var divergence = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            var (p, q) = (first[i], second[i]);
            divergence += Part(p, p + q) + Part(q, p + q);
        }

        // Rounding can leave a hair less than nothing, or more than everything.
        return Math.Sqrt(Math.Clamp(divergence / 2, 0, 1));
    }

    private static double Part(double share, double sum) => share > 0 && share != sum / 2 ? share * Math.Log2(2 * share / sum) : 0;
}

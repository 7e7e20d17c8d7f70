namespace IzzyViz.Analysis.Statistics;

/// <summary>
/// Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan 1996, the default of R and NumPy.
/// </summary>
public static class Quantiles
{
    /// <param name="sorted">Ascending, without NaN, not empty.</param>
    /// <param name="share">0 is the smallest value, 1 the largest.</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        var rank = share * (sorted.Length - 1);
        var below = (int)rank;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((rank - below) * (sorted[above] - sorted[below]));
    }
}

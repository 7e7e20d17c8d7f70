namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Student's t distribution with a whole number of degrees of freedom (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).</summary>
internal static class StudentT
{
    /// <summary>The probability that |t| is at most <paramref name="t"/>.</summary>
    public static double Within(double t, int degrees)
    {
        var angle = Math.Atan(t / Math.Sqrt(degrees));
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = degrees % 2 == 1;
        var (term, sum) = (isOdd ? cosine : 1, 0.0);
        for (var i = isOdd ? 3 : 2; i <= degrees; i += 2)
        {
            sum += term;
            term *= cosine * cosine * (i - 1) / i;
        }

        return isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }
}

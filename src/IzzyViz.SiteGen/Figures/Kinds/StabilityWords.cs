using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Which interval a figure over runs shows, in words.</summary>
internal static class StabilityWords
{
    public static string Measure(StabilitySettings options) => options.Error == ErrorMeasure.Sem ? "standard error" : "standard deviation";

    public static string Interval(FigureArrays arrays, MapSettings settings, StabilitySettings options)
    {
        var runs = arrays.Matrices.Length;
        var measure = Measure(options);
        var reach = FigureNumber.Exponent(options.Reach);
        var divisor = settings.IsCompatible ? "n" : "n − 1";
        var gradient = options.HasWhiteCentre
            ? $"The rim of a circle is the mean plus one {measure}."
            : $"A circle runs from the mean less {reach} {measure}s in its centre to the mean plus {reach} at its rim.";
        return runs == 1
            ? "One run has no spread, and so there are no circles."
            : $"{gradient} n = {runs} runs, with {divisor} in the deviation. {Level(runs, settings, options)} The radius is the {measure}, relative to the largest.";
    }

    /// <summary>What the interval holds, were the runs a sample from a normal distribution: the mean of all runs there could be, or the runs themselves.</summary>
    private static string Level(int runs, MapSettings settings, StabilitySettings options)
    {
        if (options.Error == ErrorMeasure.Sd)
        {
            return "This is how far the runs lie apart, and no interval for their mean.";
        }

        // An error with n in the deviation is smaller than that of Student's t by √((n − 1) / n).
        var reach = options.Reach * (settings.IsCompatible ? Math.Sqrt((runs - 1.0) / runs) : 1);
        return $"For normally spread runs the mean ± {FigureNumber.Exponent(options.Reach)} errors holds their true mean with a confidence of {FigureNumber.PerCent(StudentT.Within(reach, runs - 1))} (Student’s t, {runs - 1} degrees of freedom).";
    }
}

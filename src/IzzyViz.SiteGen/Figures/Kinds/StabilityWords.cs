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
            : $"{gradient} Of {runs} runs, with {divisor} in the deviation; no level of confidence is claimed. The radius is the {measure}, relative to the largest.";
    }
}

using System.Globalization;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>Distances of maps as pages write them.</summary>
internal static class Distance
{
    /// <summary>Said once per page, where the first distance stands.</summary>
    public const string Meaning = "Jensen–Shannon distance, from 0 for equal maps to 1 for maps that share no key";

    public static Quantity Of(double value) => new(value, Text(value));

    public static string Text(double value) => double.IsNaN(value) ? Quantity.Absent : value is > 0 and < 0.0005 ? "below 0.001" : value.ToString("0.000", CultureInfo.InvariantCulture);
}

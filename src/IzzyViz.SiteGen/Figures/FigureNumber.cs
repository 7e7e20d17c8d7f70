using System.Globalization;

namespace IzzyViz.SiteGen.Figures;

/// <summary>Numbers as readers of figures see them.</summary>
internal static class FigureNumber
{
    /// <summary>Three decimals, as printed in enlarged cells.</summary>
    public static string Score(double value) => Fixed(value, 3);

    /// <summary>Three significant figures where there is room for no more: 0.71, 2.35, 12.3, 123; a dash for no value.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        double.NaN => "–",
        < 9.995 => Fixed(value, 2),
        < 99.95 => Fixed(value, 1),
        _ => Fixed(value, 0),
    };

    /// <summary>A tick of a scale that ends at <paramref name="limit"/>: as many decimals as tell its neighbours apart.</summary>
    public static string Tick(double value, double limit) => value == 0 ? "0" : Math.Abs(limit) switch
    {
        >= 100 => Fixed(value, 0),
        >= 10 => Fixed(value, 1),
        >= 0.1 => Fixed(value, 2),
        >= 0.01 => Fixed(value, 3),
        _ => value.ToString("0.0e0", CultureInfo.InvariantCulture),
    };

    public static string Exponent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Fixed(double value, int decimals)
    {
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }
}

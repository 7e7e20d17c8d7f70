using System.Globalization;

namespace IzzyViz.SiteGen.Figures;

/// <summary>Numbers as readers of figures see them.</summary>
internal static class FigureNumber
{
    private const string Share = "share";

    // A no-break space: a number and its unit stay on one line.
    private const char Gap = '\u00a0';

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

    /// <summary>As pages write it: shares as whole per cent.</summary>
    public static string Short(double value, string unit) => unit == Share && !double.IsNaN(value) ? Percent(value, 0) : Short(value);

    /// <summary>With one more decimal of a share, for means beside their intervals.</summary>
    public static string Fine(double value, string unit) => unit == Share && !double.IsNaN(value) ? Percent(value, 1) : Short(value);

    /// <summary>A round tick <paramref name="step"/> from the next: as many decimals as the step has.</summary>
    public static string Step(double value, double step, string unit = "")
    {
        var factor = unit == Share ? 100 : 1;
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step * factor) - 1e-9), 0, 9);
        return Math.Abs(value) < step / 2 ? "0" : unit == Share ? Percent(value, decimals) : Fixed(value, decimals);
    }

    /// <summary>The same of a scale in that unit: of shares in per cent.</summary>
    public static string Tick(double value, double limit, string unit) =>
        unit == Share && value != 0 ? $"{Tick(value * 100, limit * 100)}{Gap}%" : Tick(value, limit);

    /// <summary>A tick of a scale that ends at <paramref name="limit"/>: as many decimals as tell its neighbours apart.</summary>
    public static string Tick(double value, double limit) => value == 0 ? "0" : Math.Abs(limit) switch
    {
        >= 100 => Fixed(value, 0),
        >= 10 => Fixed(value, 1),
        >= 0.1 => Fixed(value, 2),
        >= 0.01 => Fixed(value, 3),
        >= 0.001 => Fixed(value, 4),
        >= 0.0001 => Fixed(value, 5),
        _ => value.ToString("0.0e0", CultureInfo.InvariantCulture),
    };

    /// <summary>As many decimals as a number needs, at most three: 0.1, 0.034, 1.</summary>
    public static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A whole number with its thousands apart: 41, 1,522.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share as whole per cent; one that is not 0 never reads as 0.</summary>
    public static string PerCent(double share) => share is > 0 and < 0.005 ? $"less than 1{Gap}%" : Percent(share, 0);

    public static string Exponent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double share, int decimals) => $"{Fixed(share * 100, decimals)}{Gap}%";

    private static string Fixed(double value, int decimals)
    {
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }
}

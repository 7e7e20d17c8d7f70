using System.Globalization;
using System.Text.Json.Serialization;

namespace IzzyViz.SiteGen.Pages;

/// <summary>A number as the twin has it and as the page shows it, with its unit.</summary>
[JsonConverter(typeof(QuantityJson))]
internal readonly record struct Quantity(double Value, string Text)
{
    /// <summary>What stands where there is no value.</summary>
    public const string Absent = "–";

    // A no-break space: a number and its unit stay on one line.
    private const char Gap = '\u00a0';

    public static Quantity Of(double value, string unit) => new(value, Format(value, unit));

    public static Quantity Of(double? value, string unit) => Of(value ?? double.NaN, unit);

    /// <summary>A difference: always with its sign, and of shares in points, because "per cent" could mean of the old value.</summary>
    public static Quantity Change(double value, string unit) => new(value, double.IsNaN(value) ? Absent : unit == "share" ? $"{Signed(value * 100, "0.0")}{Gap}points" : $"{Signed(value, "0.00")}{Gap}{unit}".TrimEnd(Gap));

    public static Quantity Count(int value) => new(value, value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>An error or another very small number: one digit and a power of ten.</summary>
    public static Quantity Small(double value) => new(value, double.IsNaN(value) ? Absent : value == 0 ? "0" : value.ToString("0e-0", CultureInfo.InvariantCulture));

    /// <summary>The whole-number form that sentences use: <c>71 %</c>.</summary>
    public static string Rounded(double value, string unit) =>
        double.IsNaN(value) ? Absent : unit == "share" ? $"{Plain(value * 100, "0")}{Gap}%" : $"{Plain(value, "0.0")}{Gap}{unit}";

    public override string ToString() => Text;

    private static string Format(double value, string unit) => (double.IsNaN(value), unit) switch
    {
        (true, _) => Absent,
        (_, "share") => $"{Plain(value * 100, "0.0")}{Gap}%",
        (_, "") => Plain(value, "0.00"),
        _ => $"{Plain(value, "0.00")}{Gap}{unit}",
    };

    private static string Signed(double value, string format) => Plain(value, format) is var text && value > 0 ? "+" + text : text.Replace('-', '−');

    private static string Plain(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAnyExcept("-0.") ? text : text.TrimStart('-');
    }
}

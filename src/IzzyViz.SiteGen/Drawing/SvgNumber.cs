using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>Numbers as SVG wants them: invariant, at most two decimals, no trailing zeros, no zero before the point, no minus zero.</summary>
internal static class SvgNumber
{
    /// <summary>The value in hundredths; a number that is not finite is a fault of the caller.</summary>
    public static long Hundredths(double value) => double.IsFinite(value)
        ? (long)Math.Round(value * 100, MidpointRounding.AwayFromZero)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A canvas has finite coordinates only.");

    public static StringBuilder AppendNumber(this StringBuilder text, double value) => text.AppendHundredths(Hundredths(value));

    public static StringBuilder AppendHundredths(this StringBuilder text, long hundredths)
    {
        if (hundredths < 0)
        {
            text.Append('-');
        }

        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        if (whole > 0 || rest == 0)
        {
            text.Append(whole);
        }

        return rest == 0 ? text : AppendFraction(text, rest);
    }

    /// <summary>A number after another: a space between them unless the minus sign parts them.</summary>
    public static StringBuilder AppendNext(this StringBuilder text, long hundredths) =>
        (hundredths < 0 ? text : text.Append(' ')).AppendHundredths(hundredths);

    private static StringBuilder AppendFraction(StringBuilder text, long rest)
    {
        text.Append('.').Append((char)('0' + (rest / 10)));
        return rest % 10 == 0 ? text : text.Append((char)('0' + (rest % 10)));
    }
}

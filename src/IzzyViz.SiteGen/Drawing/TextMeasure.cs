using System.Globalization;
using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>
/// Widths of text, from a table of Inter's advances, so that layout does not depend on the fonts of a machine.
/// Other scripts are drawn by whatever font the reader has; they are measured by class, on the generous side.
/// </summary>
internal static class TextMeasure
{
    private const double Wide = 1.0;
    private const double Emoji = 1.3;
    private const double JoinedLetter = 0.55;
    private const double OtherLetter = 0.7;

    public static double Width(string text, TextStyle style) => style.Size * Ems(text, style.IsStrong);

    /// <summary>The text, or as many of its graphemes as fit with an ellipsis behind them.</summary>
    public static string Cut(string text, TextStyle style, double width)
    {
        if (Width(text, style) <= width)
        {
            return text;
        }

        var room = (width / style.Size) - Ems("…", style.IsStrong);
        var length = 0;
        while (length < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            room -= GraphemeEms(text.AsSpan(length, next), style.IsStrong);
            if (room < 0)
            {
                break;
            }

            length += next;
        }

        return text[..length] + "…";
    }

    private static double Ems(string text, bool isStrong)
    {
        var ems = 0.0;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            // The table begins with the printable characters of ASCII, each a grapheme of its own.
            var widths = isStrong ? InterWidths.SemiBold : InterWidths.Regular;
            foreach (var character in text)
            {
                ems += widths[character - ' '] / 1000.0;
            }

            return ems;
        }

        for (var i = 0; i < text.Length;)
        {
            var next = StringInfo.GetNextTextElementLength(text, i);
            ems += GraphemeEms(text.AsSpan(i, next), isStrong);
            i += next;
        }

        return ems;
    }

    // An emoji sequence is one picture, however many code points it is made of.
    private static double GraphemeEms(ReadOnlySpan<char> grapheme, bool isStrong)
    {
        var ems = 0.0;
        foreach (var rune in grapheme.EnumerateRunes())
        {
            if (TextClass.IsEmoji(rune))
            {
                return Emoji;
            }

            ems += RuneEms(rune, isStrong);
        }

        return ems;
    }

    private static double RuneEms(Rune rune, bool isStrong)
    {
        if (TextClass.IsZeroWidth(rune))
        {
            return 0;
        }

        return Advance(rune.Value, isStrong ? InterWidths.SemiBold : InterWidths.Regular) is { } advance
            ? advance / 1000.0
            : TextClass.IsWide(rune) ? Wide : TextClass.IsRightToLeft(rune) ? JoinedLetter : OtherLetter;
    }

    private static int? Advance(int point, ReadOnlySpan<ushort> widths)
    {
        var before = 0;
        for (var run = 0; run < InterWidths.Starts.Length && InterWidths.Starts[run] <= point; run++)
        {
            if (point < InterWidths.Starts[run] + InterWidths.Lengths[run])
            {
                return widths[before + point - InterWidths.Starts[run]];
            }

            before += InterWidths.Lengths[run];
        }

        return null;
    }
}

using System.Globalization;
using System.Text;

namespace IzzyViz.SiteGen.Drawing;

/// <summary>What must be known of a character to lay it out without its font.</summary>
internal static class TextClass
{
    private const int LeftToRightMark = 0x200E;

    public static bool IsZeroWidth(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>East Asian Width W or F (Unicode annex 11), in blocks.</summary>
    public static bool IsWide(Rune rune) => rune.Value
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x16FE0 and <= 0x1B2FF) or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>Drawn by an emoji font, or as a symbol as wide as one.</summary>
    public static bool IsEmoji(Rune rune) => rune.Value
        is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B05 and <= 0x2B55) or (>= 0x231A and <= 0x23FF) or 0x20E3;

    /// <summary>The first strong letter is Hebrew, Arabic or of another script written from right to left (Unicode annex 9, rule P2).</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune))
            {
                return true;
            }

            if (Rune.IsLetter(rune) || rune.Value == LeftToRightMark)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Text between marks (U+200E) where it is read from right to left, so that in a list what stands around it keeps its place.</summary>
    public static string Closed(string text) => text.EnumerateRunes().Any(IsRightToLeft) ? $"\u200e{text}\u200e" : text;

    public static bool IsRightToLeft(Rune rune) => rune.Value
        is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);
}

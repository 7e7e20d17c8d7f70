using System.Globalization;
using System.Text;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Printing;

/// <summary>What the bidirectional algorithm knows of a character (Unicode annex 9, table 4), without embeddings and isolates.</summary>
internal enum BidiClass
{
    Left,
    Right,
    ArabicLetter,
    EuropeanNumber,
    EuropeanSeparator,
    EuropeanTerminator,
    ArabicNumber,
    CommonSeparator,
    Mark,
    Neutral,
}

internal static class BidiClasses
{
    public static BidiClass Of(Rune rune) => rune.Value switch
    {
        (>= '0' and <= '9') or (>= 0x06F0 and <= 0x06F9) => BidiClass.EuropeanNumber,
        (>= 0x0660 and <= 0x0669) or 0x066B or 0x066C or (>= 0x0600 and <= 0x0605) or 0x06DD => BidiClass.ArabicNumber,
        '+' or '-' or 0x2212 => BidiClass.EuropeanSeparator,
        '#' or '$' or '%' or 0x00B0 or 0x066A or 0x2030 => BidiClass.EuropeanTerminator,
        ',' or '.' or '/' or ':' or 0x00A0 or 0x060C => BidiClass.CommonSeparator,
        0x200E => BidiClass.Left,
        0x200F => BidiClass.Right,
        _ => ByCategory(rune),
    };

    private static BidiClass ByCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => BidiClass.Mark,
        UnicodeCategory.CurrencySymbol => BidiClass.EuropeanTerminator,
        _ when TextClass.IsRightToLeft(rune) => IsArabic(rune) ? BidiClass.ArabicLetter : BidiClass.Right,
        UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber => BidiClass.Left,
        _ => Rune.IsLetter(rune) ? BidiClass.Left : BidiClass.Neutral,
    };

    // Arabic, Syriac and Thaana.
    private static bool IsArabic(Rune rune) => rune.Value
        is (>= 0x0600 and <= 0x07BF) or (>= 0x0860 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);
}

using System.Globalization;
using System.Text;

namespace IzzyViz.Tokenizers.Labels;

/// <summary>Makes every character of a token visible and harmless: nothing can vanish, reorder a page or join its neighbours.</summary>
internal static class VisibleText
{
    public const string Space = "·";
    private const string Empty = "∅";
    private const string DottedCircle = "◌";
    private const int Joiner = 0x200D;
    private const int EmojiSelector = 0xFE0F;

    public static string Of(string text)
    {
        var label = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            label.Append(Of(rune, label.Length == 0));
        }

        return label.Length == 0 ? Empty : label.ToString();
    }

    public static string Byte(byte value) => $"⟨{value:X2}⟩";

    /// <summary>Bytes that are UTF-8 as text, the others by number.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var label = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var whole = Rune.DecodeFromUtf8(bytes, out var rune, out var count) == System.Buffers.OperationStatus.Done;
            for (var i = 0; !whole && i < count; i++)
            {
                label.Append(Byte(bytes[i]));
            }

            label.Append(whole ? Of(rune, label.Length == 0) : "");
            bytes = bytes[count..];
        }

        return label.Length == 0 ? Empty : label.ToString();
    }

    private static string Of(Rune rune, bool first) => rune.Value switch
    {
        ' ' => Space,
        '\n' => "⏎",
        '\r' => "␍",
        '\t' => "⇥",
        Joiner or EmojiSelector when !first => rune.ToString(),
        _ when IsInvisible(rune) => $"⟨U+{rune.Value:X4}⟩",
        _ when first && IsMark(rune) => DottedCircle + rune,
        _ => rune.ToString(),
    };

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Controls, formats, unassigned and private code points, odd spaces, and letters that show nothing (Hangul fillers, Braille blank).</summary>
    private static bool IsInvisible(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
}

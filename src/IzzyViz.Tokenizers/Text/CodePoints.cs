using System.Text;

namespace IzzyViz.Tokenizers.Text;

/// <summary>Code points, UTF-16 and UTF-8. A lone surrogate reads as U+FFFD.</summary>
internal static class CodePoints
{
    private const int Replacement = 0xFFFD;

    public static int[] Of(string text) => new SourceText(text).Characters;

    public static int Next(ReadOnlySpan<char> text, ref int at)
    {
        var unit = text[at++];
        if (!char.IsSurrogate(unit))
        {
            return unit;
        }

        return char.IsHighSurrogate(unit) && at < text.Length && char.IsLowSurrogate(text[at])
            ? char.ConvertToUtf32(unit, text[at++])
            : Replacement;
    }

    public static string ToString(ReadOnlySpan<int> characters)
    {
        var buffer = new char[characters.Length * 2];
        return new string(buffer, 0, ToUtf16(characters, buffer));
    }

    /// <summary>Writes UTF-16 into a buffer of at least twice the length and returns the units written.</summary>
    public static int ToUtf16(ReadOnlySpan<int> characters, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in characters)
        {
            if (character < 0x10000)
            {
                buffer[length++] = (char)character;
            }
            else
            {
                buffer[length++] = (char)(0xD7C0 + (character >> 10));
                buffer[length++] = (char)(0xDC00 + (character & 0x3FF));
            }
        }

        return length;
    }

    public static int Utf8Length(int character) => character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;

    public static int ToUtf8(int character, Span<byte> buffer) => new Rune(character).EncodeToUtf8(buffer);
}

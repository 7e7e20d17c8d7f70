using System.Globalization;
using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Applies a <see cref="CharacterMap"/> to short graphemes as a whole and else to single characters, as the reference does.</summary>
internal sealed class PrecompiledNormalizer(CharacterMap map) : Normalizer
{
    /// <summary>Graphemes of this many UTF-8 bytes or more are not looked up as a whole.</summary>
    private const int LongGrapheme = 6;

    public override AlignedText Apply(AlignedText text)
    {
        var rewriting = new Rewriting(text.Length + 4);
        var units = text.ToString();
        var changed = false;
        for (int i = 0, unit = 0; i < text.Length;)
        {
            var grapheme = StringInfo.GetNextTextElementLength(units.AsSpan(unit));
            var end = i;
            for (var left = grapheme; left > 0; end++)
            {
                left -= text.Characters[end] < 0x10000 ? 1 : 2;
            }

            changed |= Grapheme(text.Characters[i..end], rewriting);
            i = end;
            unit += grapheme;
        }

        return changed ? rewriting.Apply(text) : text;
    }

    private bool Grapheme(ReadOnlySpan<int> characters, Rewriting rewriting)
    {
        Span<byte> bytes = stackalloc byte[LongGrapheme + 4];
        var length = 0;
        for (var i = 0; i < characters.Length && length < LongGrapheme; i++)
        {
            length += CodePoints.ToUtf8(characters[i], bytes[length..]);
        }

        if (length < LongGrapheme && map.Find(bytes[..length]) is { } whole)
        {
            Put(rewriting, characters.Length, whole);
            return true;
        }

        return Each(characters, bytes, rewriting);
    }

    private bool Each(ReadOnlySpan<int> characters, Span<byte> bytes, Rewriting rewriting)
    {
        var changed = false;
        foreach (var character in characters)
        {
            if (map.Find(bytes[..CodePoints.ToUtf8(character, bytes)]) is { } value)
            {
                Put(rewriting, 1, value);
                changed = true;
            }
            else
            {
                rewriting.Add(character);
            }
        }

        return changed;
    }

    /// <summary>Surplus characters count as inserted at the end; missing ones are swallowed by the last character written.</summary>
    private static void Put(Rewriting rewriting, int old, int[] characters)
    {
        for (var i = 0; i < characters.Length; i++)
        {
            rewriting.Add(characters[i], i >= old ? 1 : 0);
        }

        if (characters.Length < old && rewriting.Count > 0)
        {
            var last = rewriting[^1];
            rewriting[^1] = last with { Difference = last.Difference + characters.Length - old };
        }
    }
}

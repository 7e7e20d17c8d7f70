using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Full lower-casing, character by character: <c>İ</c> becomes two.</summary>
internal sealed class LowercaseNormalizer(UnicodeTables tables) : Normalizer
{
    public override AlignedText Apply(AlignedText text)
    {
        foreach (var character in text.Characters)
        {
            if (character >= 0x80)
            {
                return General(text);
            }
        }

        return text.Map(static (_, c) => Ascii(c), 0);
    }

    private static int Ascii(int character) => character is >= 'A' and <= 'Z' ? character + 32 : character;

    private AlignedText General(AlignedText text)
    {
        var rewriting = new Rewriting(text.Length + 4);
        foreach (var character in text.Characters)
        {
            if (character < 0x80 || !tables.Lower.TryGetValue(character, out var lower))
            {
                rewriting.Add(Ascii(character));
                continue;
            }

            for (var i = 0; i < lower.Length; i++)
            {
                rewriting.Add(lower[i], i == 0 ? 0 : 1);
            }
        }

        return rewriting.Apply(text);
    }
}

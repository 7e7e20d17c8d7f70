using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Cleaning, room around Chinese characters, accents off, lower case; in this order.</summary>
internal sealed class BertNormalizer(BertSettings settings, UnicodeTables tables) : Normalizer
{
    private readonly NormalForm _decomposed = new(tables.Composition, compatible: false, compose: false);
    private readonly LowercaseNormalizer _lowercase = new(tables);

    public override AlignedText Apply(AlignedText text)
    {
        if (settings.Clean)
        {
            text = text.Filter(static (t, c) => c is not (0 or 0xFFFD) && !t.BertRemoved.Contains(c), tables)
                .Map(static (t, c) => t.Space.Contains(c) ? ' ' : c, tables);
        }

        text = settings.PartChinese ? PartChinese(text) : text;
        if (settings.StripAccents)
        {
            text = _decomposed.Apply(text).Filter(static (t, c) => !t.BertAccent.Contains(c), tables);
        }

        return settings.Lowercase ? _lowercase.Apply(text) : text;
    }

    private AlignedText PartChinese(AlignedText text)
    {
        var rewriting = new Rewriting(text.Length + 8);
        foreach (var character in text.Characters)
        {
            if (tables.Chinese.Contains(character))
            {
                rewriting.Add(' ');
                rewriting.Add(character, 1);
                rewriting.Add(' ', 1);
            }
            else
            {
                rewriting.Add(character);
            }
        }

        return rewriting.Count == text.Length ? text : rewriting.Apply(text);
    }
}

using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Takes white space off the ends.</summary>
internal sealed class StripNormalizer(bool left, bool right, UnicodeTables tables) : Normalizer
{
    public override AlignedText Apply(AlignedText text)
    {
        var (start, end) = (0, text.Length);
        while (left && start < end && tables.Space.Contains(text.Characters[start]))
        {
            start++;
        }

        while (right && end > start && tables.Space.Contains(text.Characters[end - 1]))
        {
            end--;
        }

        if (end - start == text.Length)
        {
            return text;
        }

        var rewriting = new Rewriting(end - start);
        foreach (var character in text.Characters[start..end])
        {
            rewriting.Add(character);
        }

        return rewriting.Apply(text, start);
    }
}

using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Puts a text in front of every text that is not empty; it takes the source of the first character.</summary>
internal sealed class PrependNormalizer(string prefix) : Normalizer
{
    private readonly int[] _prefix = CodePoints.Of(prefix);

    public override AlignedText Apply(AlignedText text)
    {
        if (text.Length == 0 || _prefix.Length == 0)
        {
            return text;
        }

        var rewriting = new Rewriting(text.Length + _prefix.Length);
        for (var i = 0; i < _prefix.Length; i++)
        {
            rewriting.Add(_prefix[i], i == 0 ? 0 : 1);
        }

        rewriting.Add(text.Characters[0], 1);
        foreach (var character in text.Characters[1..])
        {
            rewriting.Add(character);
        }

        return rewriting.Apply(text);
    }
}

using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Normalizers;

/// <summary>Writes each character as the stand-ins of its UTF-8 bytes, all from that character.</summary>
internal sealed class ByteLevelNormalizer : Normalizer
{
    public override AlignedText Apply(AlignedText text)
    {
        var length = text.Length;
        foreach (var character in text.Characters)
        {
            length += CodePoints.Utf8Length(character) - 1;
        }

        int[] characters = new int[length], starts = new int[length], ends = new int[length];
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var count = ByteAlphabet.Encode(text.Characters[i], characters.AsSpan(at));
            var (start, end) = text.SourceAt(i);
            starts.AsSpan(at, count).Fill(start);
            ends.AsSpan(at, count).Fill(end);
            at += count;
        }

        return text.With(characters, starts, ends);
    }
}

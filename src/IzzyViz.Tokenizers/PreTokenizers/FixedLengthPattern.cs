using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>Stretches of so many characters; the last may be shorter.</summary>
internal sealed class FixedLengthPattern(int length) : ITextPattern
{
    public void Find(ReadOnlySpan<int> text, List<TextMatch> output)
    {
        for (var start = 0; start < text.Length; start += length)
        {
            output.Add(new(start, Math.Min(text.Length, start + length), true));
        }
    }
}

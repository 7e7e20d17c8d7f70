using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.Text;

/// <summary>Matches every single character of a set.</summary>
internal sealed class CharacterPattern(CodePointSet set) : ITextPattern
{
    public void Find(ReadOnlySpan<int> text, List<TextMatch> output)
    {
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (set.Contains(text[i]))
            {
                TextMatch.AddGap(output, done, i);
                output.Add(new(i, done = i + 1, true));
            }
        }

        TextMatch.AddGap(output, done, text.Length);
    }
}

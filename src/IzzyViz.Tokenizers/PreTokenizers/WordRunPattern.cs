using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary><c>\w+|[^\w\s]+</c>: runs of word characters and runs of other visible ones.</summary>
internal sealed class WordRunPattern(UnicodeTables tables) : ITextPattern
{
    private enum Kind
    {
        Word,
        Space,
        Other,
    }

    public void Find(ReadOnlySpan<int> text, List<TextMatch> output)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            var kind = KindOf(text[start]);
            end = start + 1;
            while (end < text.Length && KindOf(text[end]) == kind)
            {
                end++;
            }

            output.Add(new(start, end, kind != Kind.Space));
        }
    }

    private Kind KindOf(int character) =>
        tables.Word.Contains(character) ? Kind.Word : tables.Space.Contains(character) ? Kind.Space : Kind.Other;
}

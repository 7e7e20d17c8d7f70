using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>The text a pattern is matched with, in code points, and what a matcher asks of it.</summary>
/// <param name="text">Any position may be asked about, those outside the text too.</param>
/// <param name="word">What <c>\b</c> takes for a word character.</param>
internal readonly ref struct Subject(ReadOnlySpan<int> text, CodePointSet word)
{
    private readonly ReadOnlySpan<int> _text = text;
    private readonly CodePointSet _word = word;

    public int Length => _text.Length;

    public bool Has(CodePointSet set, int position) => (uint)position < (uint)_text.Length && set.Contains(_text[position]);

    /// <summary>How many characters from here on are in the set, without a gap; counting stops at the most.</summary>
    public int Count(CodePointSet set, int position, int most)
    {
        var count = 0;
        while (count < most && set.Contains(_text[position + count]))
        {
            count++;
        }

        return count;
    }

    public bool Holds(Anchor anchor, int position) => anchor switch
    {
        Anchor.LineStart => position == 0 || _text[position - 1] == '\n',
        Anchor.LineEnd => position == _text.Length || _text[position] == '\n',
        Anchor.TextStart => position == 0,
        Anchor.TextEnd => position == _text.Length,
        Anchor.LastLineEnd => position == _text.Length || position == _text.Length - 1 && _text[position] == '\n',
        _ => (Has(_word, position - 1) != Has(_word, position)) == (anchor == Anchor.WordBoundary),
    };
}

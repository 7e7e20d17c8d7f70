namespace IzzyViz.Tokenizers.Text;

/// <summary>Matches a fixed text; an empty one matches nowhere.</summary>
internal sealed class LiteralPattern(string literal) : ITextPattern
{
    private readonly int[] _literal = CodePoints.Of(literal);

    public void Find(ReadOnlySpan<int> text, List<TextMatch> output)
    {
        var done = 0;
        while (_literal.Length > 0 && text[done..].IndexOf(_literal) is >= 0 and var found)
        {
            TextMatch.AddGap(output, done, done + found);
            output.Add(new(done + found, done + found + _literal.Length, true));
            done += found + _literal.Length;
        }

        TextMatch.AddGap(output, done, text.Length);
    }
}

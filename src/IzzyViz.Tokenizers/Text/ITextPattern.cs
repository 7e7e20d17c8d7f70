namespace IzzyViz.Tokenizers.Text;

/// <summary>Cuts a text into matches and what lies between them, in order and without gaps.</summary>
internal interface ITextPattern
{
    void Find(ReadOnlySpan<int> text, List<TextMatch> output);
}

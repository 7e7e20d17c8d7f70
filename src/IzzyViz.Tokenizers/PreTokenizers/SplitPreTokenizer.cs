using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>Cuts where a pattern matches. Most pre-tokenizers are this with a pattern and behaviour of their own.</summary>
internal sealed class SplitPreTokenizer(ITextPattern pattern, SplitBehavior behavior, bool invert = false) : PreTokenizer
{
    protected override void Cut(AlignedText text, List<TextMatch> matches, List<Piece> output)
    {
        Find(text, matches);
        foreach (var match in matches)
        {
            Add(output, text.Slice(match.Start, match.End));
        }
    }

    private void Find(AlignedText text, List<TextMatch> matches)
    {
        pattern.Find(text.Characters, matches);
        for (var i = 0; invert && i < matches.Count; i++)
        {
            matches[i] = matches[i] with { IsMatch = !matches[i].IsMatch };
        }

        behavior.Apply(matches);
    }
}

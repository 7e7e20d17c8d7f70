using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.PreTokenizers;

/// <summary>Cuts pieces into smaller ones; added tokens pass through and empty pieces are dropped.</summary>
internal abstract class PreTokenizer
{
    public virtual List<Piece> Apply(List<Piece> pieces)
    {
        var output = new List<Piece>(pieces.Count * 4);
        var matches = new List<TextMatch>();
        foreach (var piece in pieces)
        {
            if (piece.Added is not null)
            {
                output.Add(piece);
                continue;
            }

            matches.Clear();
            Cut(piece.Text, matches, output);
        }

        return output;
    }

    /// <param name="matches">An empty list to work in.</param>
    protected abstract void Cut(AlignedText text, List<TextMatch> matches, List<Piece> output);

    protected static void Add(List<Piece> output, AlignedText text)
    {
        if (text.Length > 0)
        {
            output.Add(new(text));
        }
    }
}

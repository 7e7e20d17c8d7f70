using IzzyViz.Tokenizers.Models;
using IzzyViz.Tokenizers.PreTokenizers;

namespace IzzyViz.Tokenizers.Encodings;

/// <summary>
/// The reference (0.23) stops making tokens once a segment has as many as truncation allows in all. For pairs this decides
/// which side keeps the odd token, so it has to be done the same way.
/// </summary>
internal static class EarlyExit
{
    /// <summary>The pieces that are read.</summary>
    public static (int From, int To) Range(List<Piece> pieces, Model model, int segment, TruncationOptions? truncation)
    {
        if (truncation is null || truncation.Strategy == TruncationStrategy.OnlySecond && segment == 0)
        {
            return (0, pieces.Count);
        }

        var left = truncation.Side == Side.Left;
        var made = 0;
        for (var n = 0; n < pieces.Count; n++)
        {
            var index = left ? pieces.Count - 1 - n : n;
            var isAdded = pieces[index].Added is not null;
            made += isAdded ? 1 : model.Tokenize(pieces[index].Text.Characters).Length;
            if (!isAdded && made >= truncation.MaxLength)
            {
                return left ? (index, pieces.Count) : (0, index + 1);
            }
        }

        return (0, pieces.Count);
    }
}

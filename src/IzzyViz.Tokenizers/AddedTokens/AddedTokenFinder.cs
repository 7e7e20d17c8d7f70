using IzzyViz.Tokenizers.Models;
using IzzyViz.Tokenizers.Normalizers;
using IzzyViz.Tokenizers.PreTokenizers;
using IzzyViz.Tokenizers.Text;
using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.AddedTokens;

/// <summary>Cuts added tokens out of a text, normalises what lies between, and looks there once more.</summary>
internal sealed class AddedTokenFinder(TokenTrie raw, TokenTrie normalized, Normalizer? normalizer, UnicodeTables tables)
{
    public List<Piece> Apply(AlignedText text)
    {
        var pieces = new List<Piece>();
        Cut(text, raw, pieces);
        if (normalizer is null && normalized.IsEmpty)
        {
            return pieces;
        }

        var output = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece.Added is not null)
            {
                output.Add(piece);
            }
            else
            {
                Cut(normalizer?.Apply(piece.Text) ?? piece.Text, normalized, output);
            }
        }

        return output;
    }

    private void Cut(AlignedText text, TokenTrie trie, List<Piece> output)
    {
        var characters = text.Characters;
        var done = 0;
        for (var at = 0; at < characters.Length && !trie.IsEmpty;)
        {
            if (trie.Longest(characters, at, out var end) is not { } token)
            {
                at++;
                continue;
            }

            if (!token.SingleWord || IsApart(characters, at, end))
            {
                var (start, stop) = Stripped(characters, token, (at, end), done);
                AddText(text, done, start, output);
                output.Add(Found(text.Slice(start, stop), token));
                done = stop;
            }

            at = end;
        }

        AddText(text, done, characters.Length, output);
    }

    /// <summary>The token with the white space that it takes in, as far as that is not behind the last token.</summary>
    private (int Start, int End) Stripped(ReadOnlySpan<int> text, AddedToken token, (int Start, int End) found, int done)
    {
        var (start, end) = found;
        while (token.StripLeft && start > done && tables.Space.Contains(text[start - 1]))
        {
            start--;
        }

        while (token.StripRight && end < text.Length && tables.Space.Contains(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private bool IsApart(ReadOnlySpan<int> text, int start, int end) =>
        (start == 0 || !tables.Word.Contains(text[start - 1])) && (end == text.Length || !tables.Word.Contains(text[end]));

    private static Piece Found(AlignedText text, AddedToken token) => new(text, new TokenPart(token.Id, text.ToString(), 0, text.Length));

    private static void AddText(AlignedText text, int start, int end, List<Piece> output)
    {
        if (start < end)
        {
            output.Add(new(text.Slice(start, end)));
        }
    }
}

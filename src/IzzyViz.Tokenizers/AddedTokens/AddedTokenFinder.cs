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
                done = Add(text, token, (at, end), done, output);
            }

            at = end;
        }

        AddText(text, done, characters.Length, output);
    }

    /// <summary>Returns where the text behind the token begins.</summary>
    private int Add(AlignedText text, AddedToken token, (int Start, int End) found, int done, List<Piece> output)
    {
        var (start, end) = found;
        while (token.StripLeft && start > done && tables.Space.Contains(text.Characters[start - 1]))
        {
            start--;
        }

        while (token.StripRight && end < text.Length && tables.Space.Contains(text.Characters[end]))
        {
            end++;
        }

        AddText(text, done, start, output);
        var slice = text.Slice(start, end);
        output.Add(new(slice, new TokenPart(token.Id, slice.ToString(), 0, slice.Length)));
        return end;
    }

    private bool IsApart(ReadOnlySpan<int> text, int start, int end) =>
        (start == 0 || !tables.Word.Contains(text[start - 1])) && (end == text.Length || !tables.Word.Contains(text[end]));

    private static void AddText(AlignedText text, int start, int end, List<Piece> output)
    {
        if (start < end)
        {
            output.Add(new(text.Slice(start, end)));
        }
    }
}

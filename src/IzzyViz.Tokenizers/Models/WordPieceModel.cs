namespace IzzyViz.Tokenizers.Models;

/// <summary>Greedy longest match from the left; what follows the first token carries a prefix (BERT, section 4.1).</summary>
internal sealed class WordPieceModel(Vocabulary vocabulary, UnknownToken unknown, string prefix, int longestWord) : Model(vocabulary)
{
    protected override TokenPart[] Split(ReadOnlySpan<int> piece, ReadOnlySpan<char> text) =>
        (piece.Length <= longestWord ? Pieces(piece, text) : null) ?? [new(unknown.Id, unknown.Text, 0, piece.Length)];

    private TokenPart[]? Pieces(ReadOnlySpan<int> piece, ReadOnlySpan<char> text)
    {
        var parts = new List<TokenPart>();
        var buffer = new char[prefix.Length + text.Length];
        prefix.CopyTo(buffer);
        for (int start = 0, unit = 0; start < piece.Length;)
        {
            var rest = text[unit..];
            rest.CopyTo(buffer.AsSpan(prefix.Length));
            var candidate = start == 0 ? rest : buffer.AsSpan(0, prefix.Length + rest.Length);
            if (!TryLongest(candidate, start == 0 ? 0 : prefix.Length, out var id, out var units))
            {
                return null;
            }

            var end = start + Characters(rest[..units]);
            parts.Add(new(id, Vocabulary.TokenOf(id)!, start, end));
            (start, unit) = (end, unit + units);
        }

        return [.. parts];
    }

    private bool TryLongest(ReadOnlySpan<char> candidate, int skipped, out int id, out int units)
    {
        for (units = candidate.Length - skipped; units > 0; units--)
        {
            if (Vocabulary.TryGet(candidate[..(skipped + units)], out id))
            {
                return true;
            }
        }

        id = -1;
        return false;
    }

    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }

        return count;
    }
}

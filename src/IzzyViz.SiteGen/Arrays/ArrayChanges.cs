using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Figures;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Rows and columns put together or left out before anything is drawn, and the sentence that says so.</summary>
internal static class ArrayChanges
{
    /// <summary>Pieces of one word become one token: weights are summed over keys and averaged over queries.</summary>
    public static FigureArrays MergeWords(FigureArrays arrays)
    {
        var (rows, columns) = (Words(arrays.Axes.Queries), Words(arrays.Axes.Keys));
        var pieces = arrays.Axes.Queries.Count + arrays.Axes.Keys.Count - rows.Length - columns.Length;
        var mask = arrays.Axes.Mask;
        var tokens = Named(arrays.Axes.Queries, rows);
        return arrays with
        {
            Axes = new(tokens, arrays.Axes.IsSelf ? tokens : Named(arrays.Axes.Keys, columns), AttentionMask.From(rows.Length, columns.Length, (r, c) => Cells(rows[r], columns[c]).Any(x => mask[x.Row, x.Column]))),
            Matrices = [.. arrays.Matrices.Select(m => Matrix.From(rows.Length, columns.Length, (r, c) => Merged(m, mask, rows[r], columns[c])))],
            Notes = [.. arrays.Notes, pieces == 0 ? "No token is a piece of a word." : "Pieces of words are put together: weights are summed over the pieces attended to and averaged over those that attend."],
        };
    }

    /// <summary>Rows and columns of special tokens are left out; what the others give them is said and not given to anybody else.</summary>
    public static FigureArrays HideSpecial(FigureArrays arrays)
    {
        var (rows, columns) = (Plain(arrays.Axes.Queries), Plain(arrays.Axes.Keys));
        if (rows.IsEmpty || columns.IsEmpty || rows.Length + columns.Length == arrays.Axes.Queries.Count + arrays.Axes.Keys.Count)
        {
            return arrays with { Notes = [.. arrays.Notes, rows.IsEmpty || columns.IsEmpty ? "All tokens are special; none is hidden." : "No token is special; none is hidden."] };
        }

        var axes = arrays.Axes;
        var tokens = Kept(axes.Queries, rows);
        return arrays with
        {
            Axes = new(tokens, axes.IsSelf ? tokens : Kept(axes.Keys, columns), AttentionMask.From(rows.Length, columns.Length, (r, c) => axes.Mask[rows[r], columns[c]])),
            Matrices = [.. arrays.Matrices.Select(m => Matrix.From(rows.Length, columns.Length, (r, c) => m[rows[r], columns[c]]))],
            Notes = [.. arrays.Notes, Hidden(arrays, rows, columns)],
        };
    }

    private static string Hidden(FigureArrays arrays, ImmutableArray<int> rows, ImmutableArray<int> columns)
    {
        var hidden = Enumerable.Range(0, arrays.Axes.Keys.Count).Except(columns).ToArray();
        var share = arrays.Matrices.Average(m => rows.Average(r => hidden.Sum(c => arrays.Axes.Mask[r, c] ? m[r, c] : 0)));
        var names = string.Join(", ", hidden.Select(c => arrays.Axes.Keys.Tokens[c].Label).Distinct(StringComparer.Ordinal));
        return hidden.Length == 0
            ? "Rows of special tokens are hidden."
            : $"Special tokens are hidden ({names}): {FigureNumber.Fine(share, "share")} of the weight of the rows shown goes to them, and rows are not scaled up for it.";
    }

    private static ImmutableArray<int> Plain(TokenSequence tokens) => [.. Enumerable.Range(0, tokens.Count).Where(i => !tokens.Tokens[i].IsSpecial)];

    private static TokenSequence Kept(TokenSequence tokens, ImmutableArray<int> kept) => tokens with { Tokens = [.. kept.Select(i => tokens.Tokens[i])] };

    // Where words are marked by how they begin, a token without the mark goes on; where by how they go on, only a mark does.
    private static ImmutableArray<Range> Words(TokenSequence tokens)
    {
        var marksBeginnings = tokens.Tokens.Any(t => TokenSpelling.MarksBeginning(t.Label));
        var starts = Enumerable.Range(0, tokens.Count).Where(i => i == 0 || !GoesOn(tokens, i, marksBeginnings)).Append(tokens.Count).ToArray();
        return [.. starts.Zip(starts.Skip(1), (from, to) => from..to)];
    }

    private static bool GoesOn(TokenSequence tokens, int index, bool marksBeginnings)
    {
        var (before, token) = (tokens.Tokens[index - 1], tokens.Tokens[index]);
        var isPiece = TokenSpelling.MarksContinuation(token.Label) || (marksBeginnings && token.Label.Length > 0 && char.IsLetterOrDigit(token.Label[0]));
        return isPiece && !token.IsSpecial && !before.IsSpecial;
    }

    private static TokenSequence Named(TokenSequence tokens, ImmutableArray<Range> words) => tokens with
    {
        Tokens = [.. words.Select(w => tokens.Tokens[w.Start.Value] with { Label = string.Concat(tokens.Tokens[w].Select((t, i) => i == 0 ? t.Label : TokenSpelling.Bare(t.Label))) })],
    };

    private static IEnumerable<(int Row, int Column)> Cells(Range rows, Range columns) =>
        from row in Enumerable.Range(rows.Start.Value, rows.End.Value - rows.Start.Value)
        from column in Enumerable.Range(columns.Start.Value, columns.End.Value - columns.Start.Value)
        select (row, column);

    private static double Merged(Matrix matrix, AttentionMask mask, Range rows, Range columns) =>
        Cells(rows, columns).Sum(x => mask[x.Row, x.Column] ? matrix[x.Row, x.Column] : 0) / (rows.End.Value - rows.Start.Value);
}

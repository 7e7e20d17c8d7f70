using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Models;

/// <summary>The most probable segmentation (Kudo, arXiv 1804.10959), ties to the earlier path; unknown neighbours are one token.</summary>
internal sealed class UnigramModel : Model
{
    private const double UnknownPenalty = 10;

    private readonly PairTable _next;
    private readonly List<int> _leaves = [-1];
    private readonly double[] _scores;
    private readonly double _unknownScore;
    private readonly int _unknown;
    private readonly int[]? _bytes;
    private readonly string _file;

    /// <param name="unknown">Id of the unknown token, -1 for none.</param>
    public UnigramModel(IReadOnlyList<ScoredToken> tokens, Vocabulary vocabulary, int unknown, bool byteFallback, string file)
        : base(vocabulary)
    {
        _next = new(tokens.Count * 4);
        _scores = [.. tokens.Select(t => t.Score)];
        _unknownScore = _scores.DefaultIfEmpty(0).Min() - UnknownPenalty;
        (_unknown, _file) = (unknown, file);
        _bytes = byteFallback ? ByteTokens.Of(vocabulary) : null;
        for (var id = 0; id < tokens.Count; id++)
        {
            Insert(tokens[id].Text, id);
        }
    }

    protected override TokenPart[] Split(ReadOnlySpan<int> piece, ReadOnlySpan<char> text)
    {
        var parts = new List<TokenPart>();
        foreach (var (start, end, id) in Segments(Lattice(piece)))
        {
            if (id == _unknown)
            {
                AddUnknown(parts, piece, start, end);
            }
            else
            {
                parts.Add(new(id, Vocabulary.TokenOf(id)!, start, end));
            }
        }

        return [.. parts];
    }

    private void Insert(string token, int id)
    {
        var node = 0;
        foreach (var character in CodePoints.Of(token))
        {
            if (!_next.TryGet(node, character, out var next))
            {
                _next[node, character] = next = _leaves.Count;
                _leaves.Add(-1);
            }

            node = (int)next;
        }

        _leaves[node] = id;
    }

    /// <summary>For every end the best way there: its score, its last token and where that begins.</summary>
    private Step[] Lattice(ReadOnlySpan<int> piece)
    {
        var steps = new Step[piece.Length + 1];
        for (var start = 0; start < piece.Length; start++)
        {
            var score = steps[start].Score;
            if (!Extend(piece, start, score, steps))
            {
                Offer(ref steps[start + 1], new(score + _unknownScore, start, RequireUnknown(), true));
            }
        }

        return steps;
    }

    /// <summary>Whether a token of the single character here was found.</summary>
    private bool Extend(ReadOnlySpan<int> piece, int start, double score, Step[] steps)
    {
        var (node, single) = (0, false);
        for (var end = start; end < piece.Length && _next.TryGet(node, piece[end], out var next); end++)
        {
            node = (int)next;
            if (_leaves[node] is >= 0 and var id)
            {
                Offer(ref steps[end + 1], new(score + _scores[id], start, id, true));
                single |= end == start;
            }
        }

        return single;
    }

    private static void Offer(ref Step best, Step step)
    {
        if (!best.Reached || step.Score > best.Score)
        {
            best = step;
        }
    }

    private int RequireUnknown() => _unknown >= 0 ? _unknown : throw new TokenizerException(
        _file, "model Unigram", "the text holds a character that is not in the vocabulary, and there is no unknown token.", "Give the model an unk_id.");

    /// <summary>The best path from left to right, unknown neighbours joined.</summary>
    private Stack<(int Start, int End, int Id)> Segments(Step[] steps)
    {
        var segments = new Stack<(int Start, int End, int Id)>();
        var joins = false;
        for (var end = steps.Length - 1; end > 0; end = steps[end].Start)
        {
            var unknown = steps[end].Id == _unknown;
            segments.Push((steps[end].Start, unknown && joins ? segments.Pop().End : end, steps[end].Id));
            joins = unknown;
        }

        return segments;
    }

    /// <summary>Joined unknown characters may be a token after all, or be written in bytes.</summary>
    private void AddUnknown(List<TokenPart> parts, ReadOnlySpan<int> piece, int start, int end)
    {
        var text = CodePoints.ToString(piece[start..end]);
        if (Vocabulary.TryGet(text, out var id))
        {
            parts.Add(new(id, text, start, end));
        }
        else if (!TryBytes(parts, text, start, end))
        {
            parts.Add(new(_unknown, text, start, end));
        }
    }

    private bool TryBytes(List<TokenPart> parts, string text, int start, int end)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        if (_bytes is null || utf8.Any(b => _bytes[b] < 0))
        {
            return false;
        }

        parts.AddRange(utf8.Select(b => new TokenPart(_bytes[b], Vocabulary.TokenOf(_bytes[b])!, start, end)));
        return true;
    }

    private readonly record struct Step(double Score, int Start, int Id, bool Reached);
}

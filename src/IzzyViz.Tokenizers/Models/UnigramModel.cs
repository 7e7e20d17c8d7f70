using IzzyViz.Tokenizers.Text;

namespace IzzyViz.Tokenizers.Models;

/// <summary>The most probable segmentation (Kudo, arXiv 1804.10959), ties to the earlier path; unknown neighbours are one token.</summary>
internal sealed class UnigramModel : Model
{
    /// <summary>How much less an unknown character scores than the rarest token.</summary>
    private const double UnknownPenalty = 10;

    private readonly PrefixTree _tree;
    private readonly double[] _scores;
    private readonly double _unknownScore;
    private readonly int _unknown;
    private readonly int[]? _bytes;
    private readonly string _file;

    public UnigramModel(IReadOnlyList<ScoredToken> tokens, Vocabulary vocabulary, UnigramSettings settings, string file)
        : base(vocabulary)
    {
        _scores = [.. tokens.Select(t => t.Score)];
        _unknownScore = _scores.DefaultIfEmpty(0).Min() - UnknownPenalty;
        (_unknown, _file) = (settings.Unknown, file);
        _bytes = settings.ByteFallback ? ByteTokens.Of(vocabulary) : null;
        _tree = new(tokens.Count * 4);
        for (var id = 0; id < tokens.Count; id++)
        {
            _tree.Add(CodePoints.Of(tokens[id].Text), id);
        }
    }

    protected override TokenPart[] Split(ReadOnlySpan<int> piece, ReadOnlySpan<char> text)
    {
        var parts = new List<TokenPart>();
        foreach (var token in LatticeOf(piece).Path(_unknown))
        {
            if (token.Id == _unknown)
            {
                AddUnknown(parts, CodePoints.ToString(piece[token.Start..token.End]), token);
            }
            else
            {
                parts.Add(Part(token.Id, token));
            }
        }

        return [.. parts];
    }

    private Lattice LatticeOf(ReadOnlySpan<int> piece)
    {
        var lattice = new Lattice(piece.Length);
        for (var start = 0; start < piece.Length; start++)
        {
            if (!OfferTokens(lattice, piece, start))
            {
                lattice.Offer(new(start, start + 1, RequireUnknown()), lattice.ScoreAt(start) + _unknownScore);
            }
        }

        return lattice;
    }

    /// <summary>Offers every token that begins here, and says whether one of them is the single character.</summary>
    private bool OfferTokens(Lattice lattice, ReadOnlySpan<int> piece, int start)
    {
        var (node, single, score) = (PrefixTree.Root, false, lattice.ScoreAt(start));
        for (var end = start; end < piece.Length && _tree.TryStep(ref node, piece[end]); end++)
        {
            if (_tree.EndsAt(node, out var id))
            {
                lattice.Offer(new(start, end + 1, id), score + _scores[id]);
                single |= end == start;
            }
        }

        return single;
    }

    private int RequireUnknown() => _unknown >= 0 ? _unknown : throw new TokenizerException(
        _file, "model Unigram", "the text holds a character that is not in the vocabulary, and there is no unknown token.", "Give the model an unk_id.");

    /// <summary>Joined unknown characters may be a token after all, or be written in bytes.</summary>
    private void AddUnknown(List<TokenPart> parts, string text, Segment at)
    {
        if (Vocabulary.TryGet(text, out var id))
        {
            parts.Add(new(id, text, at.Start, at.End));
            return;
        }

        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        if (_bytes is { } bytes && Array.TrueForAll(utf8, b => bytes[b] >= 0))
        {
            parts.AddRange(utf8.Select(b => Part(bytes[b], at)));
        }
        else
        {
            parts.Add(new(_unknown, text, at.Start, at.End));
        }
    }

    private TokenPart Part(int id, Segment at) => new(id, Vocabulary.TokenOf(id)!, at.Start, at.End);
}

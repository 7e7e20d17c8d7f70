namespace IzzyViz.Tokenizers.Models;

/// <summary>Which neighbours merge, in which order, to what.</summary>
internal sealed class MergeTable
{
    private readonly PairTable _merges;

    private MergeTable(int count) => _merges = new(count);

    /// <summary>
    /// The first character of tokens like sentencepiece's <c>▁word</c>, where no merge joins it to anything in front that
    /// is not made of it alone; -1 where it does. Pieces may be cut there, which lets short stretches be remembered.
    /// </summary>
    public int WordMark { get; private set; } = '▁';

    public static MergeTable Create(IReadOnlyList<MergeRule> rules, Vocabulary vocabulary, int prefixLength, string file)
    {
        var table = new MergeTable(rules.Count);
        for (var rank = 0; rank < rules.Count; rank++)
        {
            var ids = Ids(rules[rank], vocabulary, prefixLength) ?? throw new TokenizerException(
                file,
                "model BPE",
                $"merge {rank + 1} ('{rules[rank].Left}' and '{rules[rank].Right}') has a token that is not in the vocabulary.",
                "Take vocabulary and merges from the same model.");
            table.Add(rules[rank], rank, ids);
        }

        return table;
    }

    public bool TryGet(int left, int right, out int rank, out int merged)
    {
        var found = _merges.TryGet(left, right, out var value);
        (rank, merged) = ((int)(value >> 32), (int)value);
        return found;
    }

    private void Add(MergeRule rule, int rank, (int Left, int Right, int Merged) ids)
    {
        _merges[ids.Left, ids.Right] = (long)rank << 32 | (uint)ids.Merged;
        var right = rule.Right;
        if (right.Length > 0 && right[0] == WordMark && rule.Left.ContainsAnyExcept((char)WordMark))
        {
            WordMark = -1;
        }
    }

    /// <summary>The joined token lacks the prefix that its right part carries.</summary>
    private static (int Left, int Right, int Merged)? Ids(MergeRule rule, Vocabulary vocabulary, int prefixLength)
    {
        var isKnown = vocabulary.TryGet(rule.Left, out var left) & vocabulary.TryGet(rule.Right, out var right);
        return isKnown && rule.Right.Length >= prefixLength && TryJoined(rule.Left, rule.Right[prefixLength..], vocabulary, out var merged)
            ? (left, right, merged)
            : null;
    }

    private static bool TryJoined(ReadOnlySpan<char> left, ReadOnlySpan<char> right, Vocabulary vocabulary, out int id)
    {
        const int Usual = 256;
        var length = left.Length + right.Length;
        Span<char> joined = length <= Usual ? stackalloc char[Usual] : new char[length];
        left.CopyTo(joined);
        right.CopyTo(joined[left.Length..]);
        return vocabulary.TryGet(joined[..length], out id);
    }
}

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
            table.Add(rules[rank], rank, vocabulary, prefixLength, file);
        }

        return table;
    }

    public bool TryGet(int left, int right, out int rank, out int merged)
    {
        var found = _merges.TryGet(left, right, out var value);
        (rank, merged) = ((int)(value >> 32), (int)value);
        return found;
    }

    private void Add(MergeRule rule, int rank, Vocabulary vocabulary, int prefixLength, string file)
    {
        var left = rule.Left;
        var right = rule.Right;
        if (!vocabulary.TryGet(left, out var l) || !vocabulary.TryGet(right, out var r) || right.Length < prefixLength
            || !TryJoined(left, right[prefixLength..], vocabulary, out var merged))
        {
            throw new TokenizerException(
                file, "model BPE", $"merge {rank + 1} ('{left}' and '{right}') has a token that is not in the vocabulary.", "Take vocabulary and merges from the same model.");
        }

        _merges[l, r] = (long)rank << 32 | (uint)merged;
        if (right.Length > 0 && right[0] == WordMark && left.ContainsAnyExcept((char)WordMark))
        {
            WordMark = -1;
        }
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

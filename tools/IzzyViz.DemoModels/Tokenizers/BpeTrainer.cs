using System.Collections.Immutable;

namespace IzzyViz.DemoModels.Tokenizers;

/// <summary>
/// Byte-pair encoding (Sennrich et al. 2016) until every word is one piece. Numbers are left in digits: a piece holds at most one,
/// so that each digit can attend and be attended to.
/// </summary>
internal static class BpeTrainer
{
    public static BpeVocabulary Train(IReadOnlyCollection<string> texts, ImmutableArray<string> special)
    {
        var words = texts.SelectMany(ByteLevelTokenizer.Words).CountBy(word => word, StringComparer.Ordinal)
            .OrderBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => (Pieces: word.Key.Select(c => c.ToString()).ToList(), Count: word.Value)).ToList();
        var merges = ImmutableArray.CreateBuilder<(string Left, string Right)>();
        while (MostFrequentPair(words) is { } pair)
        {
            merges.Add(pair);
            words.ForEach(word => Apply(word.Pieces, pair));
        }

        var alphabet = ByteAlphabet.Characters.Select(c => c.ToString()).Order(StringComparer.Ordinal);
        var merged = merges.Select(merge => merge.Left + merge.Right).Distinct(StringComparer.Ordinal);
        return new BpeVocabulary(special, [.. special, .. alphabet, .. merged], merges.ToImmutable());
    }

    private static (string Left, string Right)? MostFrequentPair(List<(List<string> Pieces, int Count)> words)
    {
        var counts = new Dictionary<(string Left, string Right), int>();
        foreach (var (pieces, count) in words)
        {
            foreach (var pair in pieces.Zip(pieces.Skip(1)).Where(MayMerge))
            {
                counts[pair] = counts.GetValueOrDefault(pair) + count;
            }
        }

        return counts.Count == 0 ? null : counts
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key.Left, StringComparer.Ordinal)
            .ThenBy(c => c.Key.Right, StringComparer.Ordinal)
            .First().Key;
    }

    private static bool MayMerge((string Left, string Right) pair) => (pair.Left + pair.Right).Count(char.IsAsciiDigit) <= 1;

    private static void Apply(List<string> pieces, (string Left, string Right) pair)
    {
        for (var i = 0; i < pieces.Count - 1; i++)
        {
            if (pieces[i] == pair.Left && pieces[i + 1] == pair.Right)
            {
                pieces[i] += pieces[i + 1];
                pieces.RemoveAt(i + 1);
            }
        }
    }
}

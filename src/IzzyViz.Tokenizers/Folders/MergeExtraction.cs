using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>
/// sentencepiece's BPE keeps scores and no merges. Every piece is split into two known pieces in every way; merges are
/// ordered by the piece's score, and for one piece by the ids of the halves.
/// </summary>
internal static class MergeExtraction
{
    public static List<MergeRule> Extract(List<ScoredToken> tokens)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var id = 0; id < tokens.Count; id++)
        {
            ids[tokens[id].Text] = id;
        }

        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        return [.. tokens.SelectMany(t => Halves(t.Text, lookup).Select(rule => (rule, t.Score))).OrderByDescending(m => m.Score).Select(m => m.rule)];
    }

    private static IEnumerable<MergeRule> Halves(string text, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ids)
    {
        var found = new List<(int Left, int Right, MergeRule Rule)>();
        for (var cut = 1; cut < text.Length; cut++)
        {
            if (!char.IsLowSurrogate(text[cut]) && ids.TryGetValue(text.AsSpan(0, cut), out var left) && ids.TryGetValue(text.AsSpan(cut), out var right))
            {
                found.Add((left, right, new(text[..cut], 0, text[cut..])));
            }
        }

        return found.OrderBy(f => f.Left).ThenBy(f => f.Right).Select(f => f.Rule);
    }
}

using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>
/// sentencepiece's BPE keeps scores and no merges. Every piece is split into two known pieces in every way; merges are
/// ordered by the piece's score, and for one score by the length of the halves, the longest left half first.
/// </summary>
internal static class MergeExtraction
{
    private readonly record struct Half(MergeRule Rule, double Score, int Left, int Right);

    public static List<MergeRule> Extract(List<ScoredToken> tokens)
    {
        var texts = tokens.Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        return [.. tokens.SelectMany(t => Halves(t, lookup)).OrderByDescending(m => m.Score).ThenByDescending(m => m.Left).ThenByDescending(m => m.Right).Select(m => m.Rule)];
    }

    private static List<Half> Halves(ScoredToken token, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        var (text, found) = (token.Text, new List<Half>());
        for (var cut = 1; cut < text.Length; cut++)
        {
            if (!char.IsLowSurrogate(text[cut]) && known.Contains(text.AsSpan(0, cut)) && known.Contains(text.AsSpan(cut)))
            {
                found.Add(new(new(text[..cut], 0, text[cut..]), token.Score, Count(text.AsSpan(0, cut)), Count(text.AsSpan(cut))));
            }
        }

        return found;
    }

    /// <summary>Code points, as Python counts.</summary>
    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}

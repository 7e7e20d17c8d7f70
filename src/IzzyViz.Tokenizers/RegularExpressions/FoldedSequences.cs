using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>
/// Oniguruma lets <c>(?i:ss)</c> match <c>ß</c> and <c>(?i:ß)</c> match <c>ss</c>, and so with ligatures. This matcher folds
/// single characters only, so such a pattern is refused, not matched differently.
/// </summary>
internal static class FoldedSequences
{
    private static readonly string[] Known = ["ss", "ff", "fi", "fl", "st"];

    /// <summary>Characters that also match several, each with the first of those.</summary>
    private static readonly string[] Single = ["ßs", "ẞs", "ﬅs", "ﬆs", "ﬀf", "ﬁf", "ﬂf", "ﬃf", "ﬄf", "İi", "ŉʼ", "ǰj", "ẖh", "ẗt", "ẘw", "ẙy", "ẚa", "ևե"];

    /// <summary>A set that has the first character too takes it alone before it would take several.</summary>
    public static void Check(CodePointSet set)
    {
        if (Single.FirstOrDefault(s => set.Contains(s[0]) && !set.Contains(s[1])) is { } found)
        {
            throw new PatternException($"'{found[0]}' with case ignored also matches several characters, which is not supported.");
        }
    }

    public static void Check(IReadOnlyList<Node> items, bool ignoreCase)
    {
        for (var i = 1; ignoreCase && i < items.Count; i++)
        {
            var found = Known.FirstOrDefault(k => Is(items[i - 1], k[0]) && Is(items[i], k[1]));
            if (found is not null)
            {
                throw new PatternException($"'{found}' with case ignored also matches a single ligature, which is not supported.");
            }
        }
    }

    private static bool Is(Node node, char letter) =>
        node is SetNode { Set: var set } && set.Contains(letter) && set.Contains(char.ToUpperInvariant(letter)) && Size(set) <= 3;

    private static int Size(CodePointSet set)
    {
        var size = 0;
        foreach (var (from, to) in set.Ranges)
        {
            size += to - from + 1;
        }

        return size;
    }
}

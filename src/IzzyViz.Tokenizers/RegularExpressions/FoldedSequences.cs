using IzzyViz.Tokenizers.Unicode;

namespace IzzyViz.Tokenizers.RegularExpressions;

/// <summary>
/// Oniguruma lets <c>(?i:ss)</c> match <c>ß</c> and <c>(?i:fi)</c> match the ligature. This matcher folds single
/// characters only, so such a pattern is refused, not matched differently.
/// </summary>
internal static class FoldedSequences
{
    private static readonly string[] Known = ["ss", "ff", "fi", "fl", "st"];

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

using System.Globalization;
using System.Text.RegularExpressions;

namespace IzzyViz.SiteGen.Structures;

/// <summary>Names that repeat from layer to layer with another number: <c>/layers.{0–31}/attn/Softmax</c>.</summary>
internal static partial class NumberedNames
{
    private const int LongestRanges = 30;

    // No exporter writes longer ones; what a hostile file holds is not searched for numbers.
    private const int LongestName = 4000;

    /// <summary>The same for names that differ in numbers only; exporters number the second of a name and not the first: <c>Softmax</c>, <c>Softmax_1</c>.</summary>
    public static string WithoutNumbers(string name) => name.Length > LongestName ? name : NumberOrSuffix().Replace(name, "");

    /// <summary>One text for all of them, in their order; else the first, and how many more.</summary>
    public static string Of(IReadOnlyList<string> names) => Together(names) ?? $"{names[0]} and {names.Count - 1} more";

    /// <summary>Null where one text would not say exactly which names there are.</summary>
    public static string? Together(IReadOnlyList<string> names)
    {
        if (names.All(n => n == names[0]))
        {
            return names[0];
        }

        var pieces = names.Select(n => Numbers().Split(n)).ToList();
        var differing = Enumerable.Range(0, pieces.Min(p => p.Length)).Where(i => pieces.Exists(p => p[i] != pieces[0][i])).ToList();
        var isAlike = differing.Count > 0 && pieces.TrueForAll(p => p.Length == pieces[0].Length && differing.TrueForAll(i => p[i] == p[differing[0]]));
        return isAlike && Ranges(pieces.ConvertAll(p => p[differing[0]])) is { } ranges
            ? string.Concat(pieces[0].Select((piece, i) => differing.Contains(i) ? $"{{{ranges}}}" : piece))
            : null;
    }

    private static string? Ranges(List<string> texts)
    {
        var numbers = new List<long>();
        foreach (var text in texts)
        {
            // Leading zeros would be lost, and a list that jumps back does not tell the order.
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || text != $"{number}" || numbers.Count > 0 && number <= numbers[^1])
            {
                return null;
            }

            numbers.Add(number);
        }

        return NumberRanges.Of(numbers) is { Length: <= LongestRanges } ranges ? ranges : null;
    }

    [GeneratedRegex("(?<number>[0-9]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("[_.]?[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberOrSuffix();
}

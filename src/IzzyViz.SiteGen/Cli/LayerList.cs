using System.Collections.Immutable;
using System.Globalization;

namespace IzzyViz.SiteGen.Cli;

/// <summary>Layers as written on the command line: <c>0,2-4</c>.</summary>
internal static class LayerList
{
    private const int Most = 10_000;

    /// <summary>The layers, or none where the text is null or not a list.</summary>
    public static ImmutableArray<int> Parse(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Part).Distinct().Order()];

    private static IEnumerable<int> Part(string part)
    {
        var ends = part.Split('-').Select(e => int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < Most ? n : -1).ToList();
        return ends.Count is 1 or 2 && ends.TrueForAll(e => e >= 0) && ends[^1] >= ends[0] ? Enumerable.Range(ends[0], ends[^1] - ends[0] + 1) : [];
    }
}

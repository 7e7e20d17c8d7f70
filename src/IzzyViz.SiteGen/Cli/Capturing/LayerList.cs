using System.Collections.Immutable;
using System.CommandLine.Parsing;
using System.Globalization;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>Layers as written on the command line: <c>0,2-4</c>.</summary>
internal static class LayerList
{
    private const int Most = 10_000;

    /// <summary>The layers in order, each once.</summary>
    public static ImmutableArray<int> Parse(ArgumentResult result)
    {
        var parts = result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries)).ToList();
        foreach (var part in parts.Where(p => Part(p) is null))
        {
            result.AddError($"'{part}' is no layer and no range of layers; layers are written as in 0,2-4.");
        }

        return [.. parts.SelectMany(p => Part(p) ?? []).Distinct().Order()];
    }

    private static IEnumerable<int>? Part(string part)
    {
        var ends = part.Split('-').Select(e => int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < Most ? n : -1).ToList();
        return ends.Count is 1 or 2 && ends.TrueForAll(e => e >= 0) && ends[^1] >= ends[0] ? Enumerable.Range(ends[0], ends[^1] - ends[0] + 1) : null;
    }
}

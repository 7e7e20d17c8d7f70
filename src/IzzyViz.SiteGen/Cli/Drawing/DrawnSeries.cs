using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>A map of a file of many, which becomes a figure of its own: <c>-o 'maps/L{layer}H{head}.svg'</c>.</summary>
internal sealed partial record DrawnSeries(FigureArrays Arrays, HeadAddress Head, int Map)
{
    public static readonly ImmutableArray<string> Places = ["{layer}", "{head}", "{map}"];

    public static bool IsMeant(string path) => Braces.IsMatch(path);

    /// <summary>What stands in braces and is no place; null where there is none.</summary>
    public static string? Unknown(string path) => Braces.Matches(path).Select(m => m.Value).FirstOrDefault(p => !Places.Contains(p, StringComparer.Ordinal));

    /// <summary>One per matrix, each checked like a file that holds it alone.</summary>
    public static ImmutableArray<DrawnSeries> Of(FigureArrays all)
    {
        var heads = DrawnMaps.Heads(all, Math.Max(1, all.Tensors.Length));
        return [.. all.Matrices.Select((m, i) => new DrawnSeries(ArrayCheck.Checked(all with { Matrices = [m], Names = [], Tensors = [] }, ArrayNeed.One), heads[i], i))];
    }

    /// <summary>A path or a title with this map's numbers in its places.</summary>
    public string Fill(string pattern) => pattern
        .Replace("{layer}", Number(Head.Layer), StringComparison.Ordinal)
        .Replace("{head}", Number(Head.Head), StringComparison.Ordinal)
        .Replace("{map}", Number(Map), StringComparison.Ordinal);

    /// <summary>What was asked for; else by default the kind and the head, and in IzzyViz's profile what it says itself.</summary>
    public string? Title(DrawKind kind, MapSettings settings) =>
        settings.Title is { } asked ? Fill(asked) : settings.IsCompatible ? null : $"{kind.Text.Title}: layer {Number(Head.Layer)}, head {Number(Head.Head)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Braces { get; }
}

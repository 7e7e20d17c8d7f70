using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>Arrays as a profile sees them, and the scales it puts them on.</summary>
internal static class MapInput
{
    /// <summary>Above so many tokens a side, maps with a mark in every cell show means of blocks.</summary>
    public const int MarkLimit = 64;

    /// <summary>IzzyViz knows no mask and shows tokens as they are spelt; by default word marks are made readable.</summary>
    public static FigureArrays Seen(FigureArrays arrays, MapSettings settings)
    {
        var axes = arrays.Axes;
        return !settings.IsCompatible ? Readable(arrays) : arrays with
        {
            Axes = axes with { Mask = AttentionMask.Full(axes.Queries.Count, axes.Keys.Count) },
            Matrices = [.. arrays.Matrices.Select(m => m.Map(v => double.IsNaN(v) ? 0 : v))],
            Notes = axes.Mask.IsFull ? arrays.Notes : [.. arrays.Notes, "IzzyViz has no mask: cells that do not exist are drawn with the weight that stands in them."],
        };
    }

    /// <summary>Marks of words and their pieces as people write them.</summary>
    public static FigureArrays Readable(FigureArrays arrays)
    {
        var (axes, rows) = (arrays.Axes, Readable(arrays.Axes.Queries));
        return arrays with { Axes = axes with { Queries = rows, Keys = axes.IsSelf ? rows : Readable(axes.Keys) } };
    }

    /// <summary>By default from 0; in IzzyViz from the least value.</summary>
    public static ColorScale Scale(IEnumerable<double> values, MapSettings settings)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return double.IsInfinity(low) ? new(0, 0, settings.Exponent) : Scale(low, high, settings);
    }

    public static ColorScale Scale(double low, double high, MapSettings settings) =>
        settings.IsCompatible ? new(new(low, high, settings.Exponent), IsBlues: true) : new(0, Math.Max(high, 0), settings.Exponent);

    private static TokenSequence Readable(TokenSequence tokens) =>
        tokens with { Tokens = [.. tokens.Tokens.Select(t => t with { Label = TokenSpelling.Readable(t.Label) })] };
}

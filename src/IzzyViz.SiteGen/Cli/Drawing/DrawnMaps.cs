using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Views;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>Arrays as the maps of heads: which layer and head each is of.</summary>
internal static class DrawnMaps
{
    /// <summary>A layer per tensor; one where there are none.</summary>
    public static ImmutableArray<AttentionMap> Of(FigureArrays arrays) => Of(arrays, Math.Max(1, arrays.Tensors.Length));

    /// <param name="layers">How many layers the matrices are of, in order, each with as many heads.</param>
    public static ImmutableArray<AttentionMap> Of(FigureArrays arrays, int layers)
    {
        if (arrays.Matrices.Length % layers != 0)
        {
            throw new DiagnosticException(ViewDiagnostics.UnevenLayers.At(arrays.Source, arrays.Matrices.Length, layers));
        }

        var heads = Heads(arrays, layers);
        return [.. arrays.Matrices.Select((matrix, i) => new AttentionMap(heads[i], arrays.Axes, Array.ConvertAll(matrix.Values.ToArray(), v => (float)v)))];
    }

    /// <summary>The head of every matrix.</summary>
    public static ImmutableArray<HeadAddress> Heads(FigureArrays arrays, int layers)
    {
        var (heads, kind) = (arrays.Matrices.Length / layers, KindOf(arrays));
        return [.. arrays.Matrices.Select((_, i) => new HeadAddress(kind, LayerOf(arrays, i / heads, layers), HeadOf(arrays, i, heads)))];
    }

    /// <summary>One map per layer, the mean of its heads; of one text.</summary>
    public static ImmutableArray<AttentionMap> Layers(FigureArrays arrays, int layers)
    {
        var (rows, columns) = (arrays.Axes.Queries.Count, arrays.Axes.Keys.Count);
        return rows == columns
            ? HeadMean.PerLayer(Of(arrays, layers))
            : throw new DiagnosticException(ViewDiagnostics.NotOneText.At(arrays.Source, rows, columns));
    }

    /// <summary>A position that was asked for, if there is such a token.</summary>
    public static int? Token(FigureArrays arrays, string option, (int? Index, int Count) token) => token.Index is { } index && index >= token.Count
        ? throw new DiagnosticException(ViewDiagnostics.TokenOutside.At(arrays.Source, option, index, token.Count))
        : token.Index;

    private static AttentionKind KindOf(FigureArrays arrays) => (arrays.Tensors.FirstOrDefault()?.Split('.')[0], arrays.Axes.IsSelf) switch
    {
        ("decoder", _) => AttentionKind.Decoder,
        ("cross", _) or (_, false) => AttentionKind.Cross,
        _ => arrays.Axes.Mask.IsFull ? AttentionKind.Encoder : AttentionKind.Decoder,
    };

    // "encoder.3" where every layer is a tensor, named as a capture names it.
    private static int LayerOf(FigureArrays arrays, int index, int layers) =>
        layers == arrays.Tensors.Length && arrays.Tensors[index].Split('.') is [_, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var layer) ? layer : index;

    // "H3" where heads were chosen from a tensor of several.
    private static int HeadOf(FigureArrays arrays, int index, int heads) =>
        index < arrays.Names.Length && arrays.Names[index].StartsWith('H') && int.TryParse(arrays.Names[index].AsSpan(1), out var head) ? head : index % heads;
}

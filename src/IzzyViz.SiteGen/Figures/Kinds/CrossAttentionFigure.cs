using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Which part of a model the map is of, in IzzyViz's words.</summary>
/// <param name="Rows">Of a whole sequence: the rows that are shown.</param>
internal sealed record UseCase(string Name, MapWords Words, AxisPart Rows, AxisPart Columns);

internal enum AxisPart
{
    All,

    /// <summary>The tokens the model was given.</summary>
    Source,

    /// <summary>The tokens it wrote.</summary>
    Generated,
}

/// <summary>A map between an encoder and a decoder, of one of them, or of a part of a decoder's sequence.</summary>
internal static class CrossAttentionFigure
{
    public static ImmutableArray<UseCase> UseCases { get; } =
    [
        new("cross_attention", Named("Cross-attention", "Cross-Attention Heatmap (Decoder to Encoder)", "encoder token attended to|Encoder Tokens", "decoder token|Decoder Tokens"), AxisPart.All, AxisPart.All),
        new("encoder_self_attention", Named("Encoder self-attention", "Encoder Self-Attention Heatmap", "encoder token attended to|Encoder Tokens", "encoder token|Encoder Tokens"), AxisPart.All, AxisPart.All),
        new("decoder_self_attention", Named("Decoder self-attention", "Decoder Self-Attention Heatmap", "decoder token attended to|Decoder Tokens", "decoder token|Decoder Tokens"), AxisPart.All, AxisPart.All),
        new("full_sequence", Named("Source and generated tokens", "Self-Attention Heatmap (Full Sequence)", "attended to|Tokens", "attending|Tokens"), AxisPart.All, AxisPart.All),
        new("self_attention_source", Named("Source tokens among themselves", "Self-Attention Heatmap (Source Tokens)", "source token attended to|Source Tokens", "source token|Source Tokens"), AxisPart.Source, AxisPart.Source),
        new("generated_to_source", Named("Generated tokens attending to the source", "Generated Tokens attending to Source Tokens", "source token attended to|Source Tokens", "generated token|Generated Tokens"), AxisPart.Generated, AxisPart.Source),
        new("self_attention_generated", Named("Generated tokens among themselves", "Self-Attention Heatmap (Generated Tokens)", "generated token attended to|Generated Tokens", "generated token|Generated Tokens"), AxisPart.Generated, AxisPart.Generated),
    ];

    /// <param name="use">The part, and how many of the first tokens the model was given.</param>
    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, LensSettings lens, (UseCase Case, int? SourceEnd) use)
    {
        var seen = MapInput.Seen(arrays, settings);
        var map = MapPart.Of(new(seen.Axes, seen.First), RangeOf(use.Case.Rows, use.SourceEnd, seen), RangeOf(use.Case.Columns, use.SourceEnd, seen));
        var spec = LensMap.Spec(map, settings, lens, thins: false);
        return LensMap.Draw(use.Case.Name.Replace('_', '-'), use.Case.Words.Name(spec, settings), seen);
    }

    private static Range RangeOf(AxisPart part, int? sourceEnd, FigureArrays arrays)
    {
        if (part == AxisPart.All)
        {
            return Range.All;
        }

        var count = Math.Min(arrays.Axes.Queries.Count, arrays.Axes.Keys.Count);
        return sourceEnd is { } end && end >= 1 && end < count
            ? part == AxisPart.Source ? ..end : end..
            : throw new DiagnosticException(MapDiagnostics.SplitOutside.At(arrays.Source, "--source-end", sourceEnd?.ToString() ?? "nothing", count - 1));
    }

    private static MapWords Named(string title, string theirs, string x, string y) => new(title, theirs)
    {
        XLabel = x.Split('|')[0],
        TheirXLabel = x.Split('|')[1],
        YLabel = y.Split('|')[0],
        TheirYLabel = y.Split('|')[1],
    };
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Heads;

/// <summary>The sentences beside a sheet of thumbnails.</summary>
internal static class SheetWords
{
    public static string NameOf(AttentionKind kind) => kind switch
    {
        AttentionKind.Encoder => "Encoder self-attention",
        AttentionKind.Decoder => "Decoder self-attention",
        AttentionKind.Cross => "Cross-attention (decoder rows, encoder columns)",
        AttentionKind.Text => "Text tower",
        AttentionKind.Vision => "Image tower",
        _ => "Attention pooling",
    };

    /// <summary>Without what rows and columns are, where there are none.</summary>
    public static string ShortNameOf(AttentionKind kind) => kind == AttentionKind.Cross ? "Cross-attention" : NameOf(kind);

    public static string PrefixOf(AttentionKind kind) => kind.ToString().ToLowerInvariant();

    public static bool HasMasked(ImmutableArray<HeadSheet> sheets) => sheets.SelectMany(s => s.Layers).Any(l => l.First.HasMaskedCells);

    public static string Description(ImmutableArray<HeadSheet> sheets, int heads)
    {
        var parts = sheets.Select(s => $"{NameOf(s.Kind)}: {s.Layers.Length} layers of {s.Heads} heads, {s.Layers[0].First.Rows} × {s.Layers[0].First.Columns} cells each");
        return $"{heads} attention maps as thumbnails. {string.Join(". ", parts)}.";
    }

    public static string Legend(ImmutableArray<HeadSheet> sheets, ColorScale scale)
    {
        var maximum = scale.Norm.Maximum;
        var minimum = sheets.SelectMany(s => s.Layers).SelectMany(l => l.Grids).Min(g => g.Minimum);
        var blocks = sheets.SelectMany(s => s.Layers).Max(l => l.First.Block);
        return $"Colour is weight from 0 to {FigureNumber.Tick(maximum, maximum)}, one scale for all heads, exponent {FigureNumber.Exponent(scale.Norm.Exponent)}."
            + (blocks > 1 ? $" Every cell is the mean of a block of {blocks} × {blocks} tokens." : "")
            + (minimum < 0 ? $" Weights below 0, down to {FigureNumber.Score(minimum)}, have the palest colour." : "")
            + (HasMasked(sheets) ? " Hatched cells are masked: they do not exist." : "");
    }
}

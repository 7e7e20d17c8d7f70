using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>The sentences beside a table lens.</summary>
internal static class LensWords
{
    public static string RowName(AttentionKind kind) => kind == AttentionKind.Cross ? "decoder token" : "attending";

    public static string ColumnName(AttentionKind kind) => kind == AttentionKind.Cross ? "encoder token attended to" : "attended to";

    public static string Title(AttentionMap map, TableLensOptions options) => $"Attention weights of head {options.HeadName ?? map.Head.Short}";

    public static string Description(WeightMap map, ImmutableArray<StrongCell> top)
    {
        var (queries, keys) = (map.Axes.Queries, map.Axes.Keys);
        var strongest = top.Select(c => $"“{queries.Tokens[c.Row].Label}” (row {c.Row}) gives {FigureNumber.Score(c.Value)} to “{keys.Tokens[c.Column].Label}” (column {c.Column})");
        var size = $"A map of {queries.Count} attending tokens (rows) by {keys.Count} tokens attended to (columns).";
        return top.IsEmpty ? size : $"{size} Strongest: {string.Join("; ", strongest)}.";
    }

    public static string HowToRead(LensLayout layout)
    {
        var lens = layout.Top.IsEmpty
            ? ""
            : layout.Grid.Block > 1
                ? $" Rings mark the {Counted(layout.Top.Length)}."
                : $" The {Counted(layout.Top.Length)} widen{(layout.Top.Length == 1 ? "s its row and column" : " their rows and columns")}.";
        return $"Each row is a token that attends, each column a token it attends to.{lens}";
    }

    public static string Legend(LensLayout layout, TableLensOptions options, double maximum)
    {
        var range = options.Maximum is null ? "this map’s own range" : "a range shared with other maps";
        var exponent = options.Exponent == 1 ? "linear" : $"exponent {FigureNumber.Exponent(options.Exponent)}";
        return $"Colour is weight from 0 to {FigureNumber.Tick(maximum, maximum)}, {range}, {exponent}."
            + (layout.Grid.Block > 1 ? $" Every cell is the mean of a block of {layout.Grid.Block} × {layout.Grid.Block} tokens." : "")
            + (layout.Grid.HasMaskedCells ? " Hatched cells are masked: they do not exist." : "")
            + (layout.Grid.Minimum < 0 ? $" Weights below 0, down to {FigureNumber.Score(layout.Grid.Minimum)}, have the palest colour." : "")
            + (layout.Spec.LeavesOutRows ? " A row that sees one token only is not among the strongest cells: its weight is 1 by necessity." : "")
            + Thinning(layout);
    }

    private static string Thinning(LensLayout layout)
    {
        var step = Math.Max(AxisLabels.Step(layout.RowAxis), AxisLabels.Step(layout.ColumnAxis)) * layout.Grid.Block;
        return step == 1 ? "" : $" Labelled are the tokens of the strongest cells and every {step}th, with its position from 0.";
    }

    private static string Counted(int cells) => cells == 1 ? "strongest cell" : $"{cells} strongest cells";
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>Where everything of a map lies, measured before anything is drawn.</summary>
internal sealed record LensLayout
{
    /// <summary>Up to here cells are drawn; above, means of blocks.</summary>
    public const int CellLimit = 256;

    public const double Gap = 6;
    public const double Strip = 26;
    private const int BlockLimit = 128;
    private const double Slope = 0.70710678;

    // IzzyViz labels all tokens of any input; below this size their labels would touch.
    private const double LeastLabelledCell = 14;

    public required MapSpec Spec { get; init; }

    public required MapGrid Grid { get; init; }

    public ImmutableArray<StrongCell> Top => Spec.Top ?? [];

    public required BandScale Rows { get; init; }

    public required BandScale Columns { get; init; }

    public required TextStyle Style { get; init; }

    public required LabelledAxis RowAxis { get; init; }

    public required LabelledAxis ColumnAxis { get; init; }

    public required ImmutableArray<AxisLabel> RowLabels { get; init; }

    public required ImmutableArray<AxisLabel> ColumnLabels { get; init; }

    /// <summary>More tokens than are all labelled.</summary>
    public bool IsLong => Spec.Labels.IsLong(Math.Max(RowAxis.Tokens.Count, ColumnAxis.Tokens.Count));

    /// <summary>Sums at the edges help to find places where not all tokens are labelled.</summary>
    public bool HasMargins => IsLong && !Spec.IsPlain;

    public double MarginSize => HasMargins ? Strip + Gap : 0;

    public SceneRect Plot => new(Left, TopEdge, Columns.Length, Rows.Length);

    public double Right => Plot.Right + Math.Max(HasMargins ? Strip + Gap + 76 : 8, ColumnLabels.Select(l => l.Offset + (WidthOf(l) * Slope)).DefaultIfEmpty(0).Max() + 12 - Columns.Length);

    private double Left => Math.Max(TextMeasure.Width(Spec.YLabel, TextStyle.Note) + Gap, RowLabels.Select(WidthOf).DefaultIfEmpty(0).Max() + 6 + Gap);

    private double TopEdge => 21 + (ColumnLabels.Select(WidthOf).DefaultIfEmpty(0).Max() * Slope) + Style.LineHeight + MarginSize;

    public static LensLayout Of(AttentionMap map, TableLensOptions options) => Of(TableLensFigure.SpecOf(map, options));

    /// <summary>The largest value of what will be drawn: a cell, or in a long input the mean of a block.</summary>
    public static double DrawnMaximum(WeightMap map) => MapGrid.Of(map, BlockOf(map)).Maximum;

    public static LensLayout Of(MapSpec spec)
    {
        var (queries, keys) = (spec.Map.Axes.Queries.Count, spec.Map.Axes.Keys.Count);
        var longest = Math.Max(queries, keys);
        var grid = MapGrid.Of(spec.Map, spec.IsPlain ? 1 : BlockOf(spec.Map));
        var isThin = spec.Labels.IsLong(longest) && !spec.IsPlain;
        var style = isThin ? TextStyle.Note : new TextStyle(LabelSize(CellSize(longest, areLabelled: true)));
        var rows = new AxisPlan(spec, grid.Block, style.LineHeight).Of(spec.Map.Axes.Queries, CellSize(isThin ? grid.Rows : longest, !isThin), [.. (spec.Top ?? []).Select(c => c.Row)]);
        var columns = new AxisPlan(spec, grid.Block, style.LineHeight / Slope).Of(spec.Map.Axes.Keys, CellSize(isThin ? grid.Columns : longest, !isThin), [.. (spec.Top ?? []).Select(c => c.Column)]);
        return new()
        {
            Spec = spec,
            Grid = grid,
            Rows = rows.Bands,
            Columns = columns.Bands,
            Style = style,
            RowAxis = rows,
            ColumnAxis = columns,
            RowLabels = AxisLabels.Of(rows, style),
            ColumnLabels = AxisLabels.Of(columns, style),
        };
    }

    private static int BlockOf(WeightMap map) =>
        Math.Max(map.Values.Rows, map.Values.Columns) > CellLimit ? MapGrid.BlockFor(map.Values.Rows, map.Values.Columns, BlockLimit) : 1;

    public SceneRect BoxOf(int row, int column) => new(Columns.Start(column), Rows.Start(row), Columns.Size(column), Rows.Size(row));

    public double WidthOf(AxisLabel label) => TextMeasure.Width(label.Text, label.IsSpecial ? Style.Strong : Style);

    private static double CellSize(int bands, bool areLabelled) => bands switch
    {
        <= 6 => 42,
        <= 10 => 34,
        <= 16 => 28,
        <= 24 => 24,
        <= 32 => 21,
        <= 40 => 19,
        <= 64 => 17,
        _ when areLabelled => LeastLabelledCell,
        <= BlockLimit => 6,
        _ => 3,
    };

    // Lines of text at 45° are cell·sin 45° apart.
    private static double LabelSize(double cell) => Math.Min(12, Math.Floor(cell * Slope / 1.2));

    private sealed record AxisPlan(MapSpec Spec, int Block, double Spacing)
    {
        public LabelledAxis Of(TokenSequence tokens, double cell, ImmutableArray<int> top)
        {
            IReadOnlySet<int> bands = top.Select(t => t / Block).ToHashSet();
            var scale = BandScale.Lens(((tokens.Count + Block - 1) / Block) is var count && count > 0 ? count : 1, cell, bands, Block == 1 ? Spec.Enlargement : 1);
            return new(tokens, scale, Block, bands, Spacing) { Rule = Spec.Labels, IsCompatible = Spec.IsCompatible };
        }
    }
}

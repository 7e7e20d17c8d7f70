using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>Where everything of a table lens lies, measured before anything is drawn.</summary>
internal sealed record LensLayout
{
    /// <summary>Up to here every token is labelled and values are printed.</summary>
    public const int LabelLimit = 64;

    /// <summary>Up to here cells are drawn; above, means of blocks.</summary>
    public const int CellLimit = 256;

    public const double Gap = 6;
    public const double Strip = 26;
    private const int BlockLimit = 128;
    private const double Slope = 0.70710678;

    public required string RowName { get; init; }

    public required MapGrid Grid { get; init; }

    public required ImmutableArray<StrongCell> Top { get; init; }

    /// <summary>Rows that see one key only are not among <see cref="Top"/>.</summary>
    public bool LeavesOutRows { get; init; }

    public required BandScale Rows { get; init; }

    public required BandScale Columns { get; init; }

    public required TextStyle Style { get; init; }

    public required LabelledAxis RowAxis { get; init; }

    public required LabelledAxis ColumnAxis { get; init; }

    public required ImmutableArray<AxisLabel> RowLabels { get; init; }

    public required ImmutableArray<AxisLabel> ColumnLabels { get; init; }

    /// <summary>Sums at the edges help to find places where not all tokens are labelled.</summary>
    public bool HasMargins => Math.Max(RowAxis.Tokens.Count, ColumnAxis.Tokens.Count) > LabelLimit;

    public double MarginSize => HasMargins ? Strip + Gap : 0;

    public SceneRect Plot => new(Left, TopEdge, Columns.Length, Rows.Length);

    public double Right => Plot.Right + Math.Max(HasMargins ? Strip + Gap + 76 : 8, ColumnLabels.Max(l => l.Offset + (WidthOf(l) * Slope)) + 12 - Columns.Length);

    private double Left => Math.Max(TextMeasure.Width(RowName, TextStyle.Note) + Gap, RowLabels.Max(WidthOf) + 6 + Gap);

    private double TopEdge => 21 + (ColumnLabels.Max(WidthOf) * Slope) + Style.LineHeight + MarginSize;

    public static LensLayout Of(AttentionMap map, TableLensOptions options)
    {
        var (queries, keys) = (map.Axes.Queries.Count, map.Axes.Keys.Count);
        var block = Math.Max(queries, keys) > CellLimit ? MapGrid.BlockFor(queries, keys, BlockLimit) : 1;
        var grid = MapGrid.Of(map, block);
        var top = options.Places.IsEmpty ? TopCells.Of(map, options.Top, options.CountsForcedRows) : options.Places;
        IReadOnlySet<int> topRows = top.Select(c => c.Row / block).ToHashSet();
        IReadOnlySet<int> topColumns = top.Select(c => c.Column / block).ToHashSet();
        var factor = block == 1 ? options.Enlargement : 1;
        var isLong = Math.Max(queries, keys) > LabelLimit;
        var rows = BandScale.Lens(grid.Rows, CellSize(isLong ? grid.Rows : Math.Max(queries, keys)), topRows, factor);
        var columns = BandScale.Lens(grid.Columns, CellSize(isLong ? grid.Columns : Math.Max(queries, keys)), topColumns, factor);
        var style = isLong ? TextStyle.Note : new TextStyle(LabelSize(CellSize(Math.Max(queries, keys))));
        var rowAxis = new LabelledAxis(map.Axes.Queries, rows, block, topRows, style.LineHeight);
        var columnAxis = new LabelledAxis(map.Axes.Keys, columns, block, topColumns, style.LineHeight / Slope);
        return new()
        {
            RowName = LensWords.RowName(map.Head.Kind),
            Grid = grid,
            Top = top,
            LeavesOutRows = !options.CountsForcedRows && TopCells.HasForcedRows(map.Axes.Mask),
            Rows = rows,
            Columns = columns,
            Style = style,
            RowAxis = rowAxis,
            ColumnAxis = columnAxis,
            RowLabels = AxisLabels.Of(rowAxis, style),
            ColumnLabels = AxisLabels.Of(columnAxis, style),
        };
    }

    public double WidthOf(AxisLabel label) => TextMeasure.Width(label.Text, label.IsSpecial ? Style.Strong : Style);

    private static double CellSize(int bands) => bands switch
    {
        <= 6 => 42,
        <= 10 => 34,
        <= 16 => 28,
        <= 24 => 24,
        <= 32 => 21,
        <= 40 => 19,
        <= LabelLimit => 17,
        <= BlockLimit => 6,
        _ => 3,
    };

    // Lines of text at 45° are cell·sin 45° apart.
    private static double LabelSize(double cell) => Math.Min(12, Math.Floor(cell * Slope / 1.2));
}

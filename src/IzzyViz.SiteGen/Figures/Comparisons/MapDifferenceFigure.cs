using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Comparisons;

/// <param name="First">What the first side is called.</param>
internal sealed record MapDifferenceOptions(string Slug, string First, string Second)
{
    /// <summary>How many of the largest differences enlarge their row and column.</summary>
    public int Top { get; init; } = 3;

    public double Enlargement { get; init; } = 1.8;
}

/// <summary>Where a map has more weight than another over the same tokens, and where less: one colour each, the largest differences enlarged and printed.</summary>
internal static class MapDifferenceFigure
{
    private const ushort MaskedCell = Palette.Steps;
    private const int ListedCells = 200;
    private const double SmallestScore = 8;

    public static Figure Draw(MapDifference difference, MapDifferenceOptions options)
    {
        var layout = LensLayout.Of(difference.Size, new TableLensOptions { Top = options.Top, Enlargement = options.Enlargement });
        var signed = difference.Signed;
        var grid = MapGrid.Of(signed, layout.Grid.Block);
        var limit = Math.Max(Math.Max(grid.Maximum, -grid.Minimum), 1e-6);
        ImmutableArray<StrongCell> cells = [.. TopCells.Of(difference.Size, ListedCells).Select(c => c with { Value = signed[c.Row, c.Column] })];
        return new()
        {
            Slug = options.Slug,
            Title = $"Weights of {options.Second} less those of {options.First}",
            Description = Description(signed, cells, options),
            HowToRead = $"Each row is a token that attends, each column a token it attends to. Blue: {options.Second} gives more weight; brown: {options.First} does.",
            Legend = Legend(layout, limit),
            Scene = Compose(layout, grid, new(limit), signed),
            StrongestCells = [.. cells.Where(c => c.Value != 0)],
        };
    }

    private static string Description(AttentionMap signed, ImmutableArray<StrongCell> cells, MapDifferenceOptions options)
    {
        var (queries, keys) = (signed.Axes.Queries.Tokens, signed.Axes.Keys.Tokens);
        var size = $"Differences of the weights of {queries.Length} attending tokens (rows) on {keys.Length} tokens attended to (columns), {options.Second} less {options.First}.";
        var largest = cells.Where(c => c.Value != 0).Take(3).Select(c => $"{Signed(c.Value)} from “{queries[c.Row].Label}” (row {c.Row}) to “{keys[c.Column].Label}” (column {c.Column})");
        return cells.All(c => c.Value == 0) ? $"{size} There are none." : $"{size} Largest: {string.Join("; ", largest)}.";
    }

    private static string Legend(LensLayout layout, double limit) =>
        $"Colour is the difference of weights, neutral at 0, to {FigureNumber.Tick(limit, limit)} either way, linear."
        + (layout.Grid.Block > 1 ? $" Every cell is the mean of a block of {layout.Grid.Block} × {layout.Grid.Block} tokens." : "")
        + (layout.Grid.HasMaskedCells ? " Hatched cells are masked on both sides." : "");

    private static Scene Compose(LensLayout layout, MapGrid grid, DivergingScale scale, AttentionMap signed)
    {
        const string Name = "difference of weights";
        var plot = layout.Plot;
        var width = Math.Max(layout.Right, DivergingLegend.Width(Name, layout.Grid.HasMaskedCells));
        return new(width, plot.Bottom + 20 + ScaleLegend.Height,
        [
            new TextNode(new(plot.X, 12), LensWords.ColumnName(signed.Head.Kind)) { Style = TextStyle.Note, Fill = Paint.Muted },
            new TextNode(new(plot.X - LensLayout.Gap, plot.Y - 8), layout.Spec.YLabel) { Style = TextStyle.Note, Fill = Paint.Muted, Anchor = TextAnchor.End },
            new GroupNode([.. Cells(layout, grid, scale)]) { Placement = new(plot.X, plot.Y), IsCrisp = true, Data = [new("rows", layout.Rows.Edges), new("columns", layout.Columns.Edges), new("block", grid.Block)] },
            new GroupNode([.. LensLabels.Rows(layout), .. LensLabels.Columns(layout)]) { Placement = new(plot.X, plot.Y), Style = layout.Style },
            new GroupNode(layout.HasMargins || grid.Block > 1 ? [] : [.. layout.Top.SelectMany(c => Score(layout, scale, c with { Value = signed[c.Row, c.Column] }))]) { Placement = new(plot.X, plot.Y) },
            new GroupNode(DivergingLegend.Draw(Name, scale.Limit, layout.Grid.HasMaskedCells)) { Placement = new(0, plot.Bottom + 20) },
        ]);
    }

    private static IEnumerable<SceneNode> Cells(LensLayout layout, MapGrid grid, DivergingScale scale)
    {
        var steps = new ushort[grid.Rows * grid.Columns];
        for (var i = 0; i < steps.Length; i++)
        {
            var value = grid[i / grid.Columns, i % grid.Columns];
            steps[i] = double.IsNaN(value) ? MaskedCell : (ushort)scale.Step(value);
        }

        var cover = TileCover.Of(steps, grid.Columns, MaskedCell + 1);
        yield return new RectNode(new(0, 0, layout.Columns.Length, layout.Rows.Length)) { Fill = Paint.Diverging(Palette.Steps / 2) };
        foreach (var step in Enumerable.Range(0, MaskedCell + 1).Where(s => s != Palette.Steps / 2 && cover[s].Length > 0))
        {
            yield return new TilesNode([.. cover[step].Select(t => BoxOf(t, layout))]) { Fill = step == MaskedCell ? Paint.Hatch : Paint.Diverging(step) };
        }
    }

    private static SceneRect BoxOf(Tile tile, LensLayout layout) => new(
        layout.Columns.Start(tile.Column), layout.Rows.Start(tile.Row), layout.Columns.Span(tile.Column, tile.Columns), layout.Rows.Span(tile.Row, tile.Rows));

    private static IEnumerable<SceneNode> Score(LensLayout layout, DivergingScale scale, StrongCell cell)
    {
        var text = Signed(cell.Value);
        var room = Math.Min(layout.Columns.Size(cell.Column) - 4, 44);
        var style = new TextStyle(Math.Min(12, Math.Floor(room / TextMeasure.Width(text, new(1)) * 2) / 2));
        if (style.Size >= SmallestScore && cell.Value != 0)
        {
            yield return new TextNode(new(layout.Columns.Centre(cell.Column), layout.Rows.Centre(cell.Row) + style.HalfCapital), text)
            {
                Style = style,
                Anchor = TextAnchor.Middle,
                Fill = Paint.OnDiverging(scale.Step(cell.Value)),
            };
        }
    }

    private static string Signed(double value)
    {
        var text = FigureNumber.Score(Math.Abs(value));
        return value < 0 ? "−" + text : "+" + text;
    }
}

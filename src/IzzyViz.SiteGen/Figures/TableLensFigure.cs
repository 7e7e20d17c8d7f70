using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures;

/// <summary>One head's map in which the rows and columns of the strongest cells are enlarged, as under a lens.</summary>
internal static class TableLensFigure
{
    private const int ListedCells = 200;
    private const double SmallestScore = 8;

    public static Figure Draw(AttentionMap map, TableLensOptions options)
    {
        var layout = LensLayout.Of(map, options);
        var maximum = options.Maximum ?? layout.Grid.Maximum;
        var scale = new ColorScale(0, maximum, options.Exponent);
        return new()
        {
            Slug = options.Slug ?? $"table-lens-{map.Head.Long.ToLowerInvariant().Replace('.', '-')}",
            Title = LensWords.Title(map, options),
            Description = LensWords.Description(map, layout.Top),
            HowToRead = LensWords.HowToRead(layout),
            Legend = LensWords.Legend(layout, options, maximum),
            Scene = Compose(map, layout, scale, options),
            StrongestCells = TopCells.Of(map, ListedCells, options.CountsForcedRows),
        };
    }

    private static Scene Compose(AttentionMap map, LensLayout layout, ColorScale scale, TableLensOptions options)
    {
        var plot = layout.Plot;
        var name = options.Exponent == 1 ? "weight" : $"weight, exponent {FigureNumber.Exponent(options.Exponent)}";
        var words = new ScaleWords(name, layout.Grid.HasMaskedCells ? "masked" : null);
        var width = Math.Max(layout.Right, ScaleLegend.MinimumWidth(words));
        var legendTop = plot.Bottom + (layout.HasMargins ? 30 : 20);
        return new(width, legendTop + ScaleLegend.Height,
        [
            new TextNode(new(plot.X, 12), LensWords.ColumnName(map.Head.Kind)) { Style = TextStyle.Note, Fill = Paint.Muted },
            new TextNode(new(plot.X - LensLayout.Gap, plot.Y - 8), layout.RowName) { Style = TextStyle.Note, Fill = Paint.Muted, Anchor = TextAnchor.End },
            new GroupNode([.. Cells(layout, scale)])
            {
                Placement = new(plot.X, plot.Y),
                IsCrisp = true,
                Data = [new("rows", layout.Rows.Edges), new("columns", layout.Columns.Edges), new("block", layout.Grid.Block)],
            },
            new GroupNode([.. LensLabels.Rows(layout), .. LensLabels.Columns(layout)]) { Placement = new(plot.X, plot.Y), Style = layout.Style },
            new GroupNode(options.PrintsScores || layout.HasMargins ? Marks(map, layout, scale) : []) { Placement = new(plot.X, plot.Y) },
            new GroupNode(ScaleLegend.Draw(scale, words, width)) { Placement = new(0, legendTop) },
        ]);
    }

    private static IEnumerable<SceneNode> Cells(LensLayout layout, ColorScale scale)
    {
        var cover = CellTiles.Cover(layout.Grid, scale);
        foreach (var node in CellTiles.Levels(cover, layout.Rows, layout.Columns))
        {
            yield return node;
        }

        if (!layout.HasMargins)
        {
            yield return new PathNode([.. GridLines(layout)]) { Stroke = Paint.Paper };
        }

        yield return CellTiles.Masked(cover, layout.Rows, layout.Columns);
    }

    private static IEnumerable<PathStep> GridLines(LensLayout layout)
    {
        foreach (var y in layout.Rows.Edges[1..^1])
        {
            yield return PathStep.Move(0, y);
            yield return PathStep.Line(layout.Columns.Length, y);
        }

        foreach (var x in layout.Columns.Edges[1..^1])
        {
            yield return PathStep.Move(x, 0);
            yield return PathStep.Line(x, layout.Rows.Length);
        }
    }

    private static ImmutableArray<SceneNode> Marks(AttentionMap map, LensLayout layout, ColorScale scale)
    {
        if (layout.Grid.Block > 1)
        {
            return [.. layout.Top.Select(c => Ring(layout, c)).Distinct(), .. LensMargins.Draw(layout, map)];
        }

        return layout.HasMargins ? LensMargins.Draw(layout, map) : [.. layout.Top.SelectMany(c => Score(layout, scale, c))];
    }

    private static CircleNode Ring(LensLayout layout, StrongCell cell) =>
        new(new(layout.Columns.Centre(cell.Column / layout.Grid.Block), layout.Rows.Centre(cell.Row / layout.Grid.Block)), 6)
        {
            Stroke = Paint.Accent,
            StrokeWidth = 1.5,
        };

    private static IEnumerable<SceneNode> Score(LensLayout layout, ColorScale scale, StrongCell cell)
    {
        var text = FigureNumber.Score(cell.Value);
        var room = Math.Min(layout.Columns.Size(cell.Column) - 4, 40);
        var style = new TextStyle(Math.Min(12, Math.Floor(room / TextMeasure.Width(text, new(1)) * 2) / 2));
        if (style.Size >= SmallestScore && !double.IsNaN(cell.Value))
        {
            yield return new TextNode(new(layout.Columns.Centre(cell.Column), layout.Rows.Centre(cell.Row) + style.HalfCapital), text)
            {
                Style = style,
                Anchor = TextAnchor.Middle,
                Fill = Paint.OnLevel(scale.Level(cell.Value)),
            };
        }
    }
}

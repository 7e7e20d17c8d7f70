using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>The cells of a map in their colours, one path a colour; or, annotated, one element a cell.</summary>
internal static class MapCells
{
    public static IEnumerable<SceneNode> Of(LensLayout layout)
    {
        var cover = CellTiles.Cover(layout.Grid, layout.Spec.Colors);
        var ground = !layout.Spec.HasGround ? [] : layout.Spec.IsAnnotated ? Annotated(layout) : CellTiles.Levels(cover, layout.Spec.Colors, layout.Rows, layout.Columns);
        foreach (var node in ground)
        {
            yield return node;
        }

        if (!layout.HasMargins)
        {
            yield return new PathNode([.. GridLines(layout)]) { Stroke = layout.Spec.HasGround ? Paint.Paper : Paint.Rule };
        }

        yield return CellTiles.Masked(cover, layout.Rows, layout.Columns);
    }

    private static IEnumerable<SceneNode> Annotated(LensLayout layout)
    {
        for (var row = 0; row < layout.Grid.Rows; row++)
        {
            for (var column = 0; column < layout.Grid.Columns; column++)
            {
                if (layout.Grid[row, column] is var value && !double.IsNaN(value))
                {
                    yield return new RectNode(layout.BoxOf(row, column))
                    {
                        Fill = layout.Spec.Colors.Fill(layout.Spec.Colors.Level(value)),
                        Data = MapData.Cell(row * layout.Grid.Block, column * layout.Grid.Block, value),
                    };
                }
            }
        }
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
}

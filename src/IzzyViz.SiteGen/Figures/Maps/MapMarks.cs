using System.Collections.Immutable;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>What stands over the cells: printed values, rings, sums at the edges, outlines of regions.</summary>
internal static class MapMarks
{
    private const double SmallestScore = 8;

    public static ImmutableArray<SceneNode> Of(LensLayout layout) =>
        [.. layout.Spec.PrintsScores || layout.HasMargins ? Strongest(layout) : [], .. RegionOutlines.Of(layout)];

    private static IEnumerable<SceneNode> Strongest(LensLayout layout) => (layout.Grid.Block > 1, layout.HasMargins) switch
    {
        (true, _) => [.. layout.Top.Select(c => Ring(layout, c)).Distinct(), .. LensMargins.Draw(layout, layout.Spec.Map)],
        (_, true) => LensMargins.Draw(layout, layout.Spec.Map),
        _ when layout.IsLong => [],
        _ => layout.Top.SelectMany(c => Score(layout, c)),
    };

    private static CircleNode Ring(LensLayout layout, StrongCell cell) =>
        new(new(layout.Columns.Centre(cell.Column / layout.Grid.Block), layout.Rows.Centre(cell.Row / layout.Grid.Block)), 6)
        {
            Stroke = Paint.Accent,
            StrokeWidth = 1.5,
        };

    private static IEnumerable<SceneNode> Score(LensLayout layout, StrongCell cell)
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
                Fill = layout.Spec.Colors.Ink(layout.Spec.Colors.Level(cell.Value)),
            };
        }
    }
}

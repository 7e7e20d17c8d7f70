using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>Regions as unfilled boxes that follow enlarged rows and columns, by request with their rank in the middle.</summary>
internal static class RegionOutlines
{
    private const double ChipPadding = 4;
    private static readonly TextStyle Style = TextStyle.Label.Strong;

    public static IEnumerable<SceneNode> Of(LensLayout layout) =>
        layout.Spec.Regions.SelectMany((region, index) => (SceneNode[])[Outline(layout, region, index), .. Label(layout, region, index)]);

    public static SceneRect BoxOf(LensLayout layout, RegionBox region)
    {
        var block = layout.Grid.Block;
        var (top, left) = (region.Top / block, region.Left / block);
        return new(layout.Columns.Start(left), layout.Rows.Start(top), layout.Columns.Span(left, (region.Right / block) - left + 1), layout.Rows.Span(top, (region.Bottom / block) - top + 1));
    }

    private static RectNode Outline(LensLayout layout, RegionBox region, int index) => new(BoxOf(layout, region))
    {
        Stroke = layout.Spec.RegionStyle.Paint,
        StrokeWidth = 2,
        Opacity = layout.Spec.RegionStyle.Opacity,
        Data = layout.Spec.IsAnnotated ? [new("region", index + 1) { IsExact = true }] : [],
    };

    private static SceneNode[] Label(LensLayout layout, RegionBox region, int index)
    {
        if (!layout.Spec.RegionStyle.IsLabelled)
        {
            return [];
        }

        var (text, centre) = ($"R{index + 1}", BoxOf(layout, region).Centre);
        var width = TextMeasure.Width(text, Style) + (2 * ChipPadding);
        var box = new SceneRect(centre.X - (width / 2), centre.Y - (Style.LineHeight / 2), width, Style.LineHeight);
        return
        [
            new RectNode(box) { Fill = Paint.Paper, Stroke = layout.Spec.RegionStyle.Paint, Radius = 3 },
            new TextNode(new(centre.X, centre.Y + Style.HalfCapital), text) { Style = Style, Anchor = TextAnchor.Middle },
        ];
    }
}

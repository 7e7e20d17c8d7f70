using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>Token labels along the two axes of a table lens.</summary>
internal static class LensLabels
{
    private const double Slope = 0.70710678;
    private const double ChipPadding = 4;

    /// <summary>Right-aligned beside their rows; the plot's upper left corner is the origin.</summary>
    public static IEnumerable<SceneNode> Rows(LensLayout layout)
    {
        foreach (var label in layout.RowLabels)
        {
            var (width, middle) = (layout.WidthOf(label), layout.Rows.Centre(label.Band));
            if (label.IsTop)
            {
                yield return Chip(layout, new(-LensLayout.Gap - width - ChipPadding, label.Offset), width);
            }

            foreach (var leader in Leader(label, middle, new(-LensLayout.Gap + 1, label.Offset), new(0, middle)))
            {
                yield return leader;
            }

            yield return Text(layout, label, new(-LensLayout.Gap, label.Offset + layout.Style.HalfCapital)) with
            {
                Anchor = TextAnchor.End,
                Data = [new("q", layout.RowAxis.Block * label.Band)],
            };
        }
    }

    /// <summary>Rising to the right at 45° from the middle of their columns.</summary>
    public static IEnumerable<SceneNode> Columns(LensLayout layout)
    {
        var foot = -layout.MarginSize - LensLayout.Gap - 3;
        foreach (var label in layout.ColumnLabels)
        {
            if (label.IsTop)
            {
                var chip = Chip(layout, new(-ChipPadding, 0), layout.WidthOf(label));
                yield return new GroupNode([chip]) { Placement = new(label.Offset, foot, -45) };
            }

            foreach (var leader in Leader(label, layout.Columns.Centre(label.Band), new(label.Offset, foot + 2), new(layout.Columns.Centre(label.Band), -layout.MarginSize)))
            {
                yield return leader;
            }

            // Half a capital down, across the slope, so that the middle of the text runs through the foot.
            var shift = layout.Style.HalfCapital * Slope;
            yield return Text(layout, label, new(label.Offset + shift, foot + shift)) with
            {
                Degrees = -45,
                Data = [new("k", layout.ColumnAxis.Block * label.Band)],
            };
        }
    }

    private static TextNode Text(LensLayout layout, AxisLabel label, ScenePoint at) => new(at, label.Text)
    {
        Title = label.Full,
        Fill = label.IsBearing ? Paint.Muted : Paint.None,
        Style = label.IsSpecial ? layout.Style.Strong : null,
    };

    private static RectNode Chip(LensLayout layout, ScenePoint middleLeft, double width) =>
        new(new(middleLeft.X, middleLeft.Y - (layout.Style.LineHeight / 2), width + (2 * ChipPadding), layout.Style.LineHeight))
        {
            Fill = Paint.Tint,
            Radius = 2,
        };

    private static IEnumerable<SceneNode> Leader(AxisLabel label, double middle, ScenePoint from, ScenePoint to)
    {
        if (label.IsBearing || Math.Abs(label.Offset - middle) > 1)
        {
            yield return new LineNode(from, to) { Stroke = Paint.Rule };
        }
    }
}

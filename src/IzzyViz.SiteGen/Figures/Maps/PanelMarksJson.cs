using System.Text.Json;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>What stands beside and on the cells of one map: ticks, printed scores, frames of regions.</summary>
internal sealed class PanelMarksJson(Utf8JsonWriter json, LensLayout layout, BandScale rows, BandScale columns)
{
    private readonly MapSpec _spec = layout.Spec;

    public void Write()
    {
        json.WriteObjects("x_ticks", layout.ColumnLabels, label => WriteTick(label, [CentreOf(label, columns), 1], _spec.Labels.Rotation));
        json.WriteObjects("y_ticks", layout.RowLabels, label => WriteTick(label, [0, CentreOf(label, rows)], 0));
        json.WriteObjects("annotations", Scores().Concat(Numbers()), Write);
        json.WriteObjects("rectangles", _spec.Regions, Write);
    }

    private double CentreOf(AxisLabel label, BandScale bands) => bands.Centre(label.Band * layout.Grid.Block);

    private void WriteTick(AxisLabel label, double[] position, double rotation)
    {
        json.WriteString("text", label.Full ?? label.Text);
        json.WriteNumbers("pos", position);
        json.WriteNumber("rotation", rotation);
        json.WriteBoolean("highlight", label.IsTop);
    }

    private IEnumerable<Annotation> Scores() =>
        from cell in layout.Top
        where _spec.PrintsScores && !layout.IsLong
        orderby (cell.Row, cell.Column)
        select new Annotation(columns.Centre(cell.Column), rows.Centre(cell.Row), FigureNumber.Score(cell.Value), _spec.Colors.InkColor(_spec.Colors.Level(cell.Value)));

    private IEnumerable<Annotation> Numbers() => _spec.RegionStyle.IsLabelled
        ? _spec.Regions.Select((r, i) => new Annotation(Middle(columns, r.Left, r.Right), Middle(rows, r.Top, r.Bottom), $"R{i + 1}", new(255, 255, 255)))
        : [];

    private static double Middle(BandScale bands, int first, int last) => (bands.Start(first) + bands.Edges[last + 1]) / 2;

    private void Write(Annotation annotation)
    {
        json.WriteNumber("x", annotation.X);
        json.WriteNumber("y", annotation.Y);
        json.WriteString("text", annotation.Text);
        json.WriteString("color", annotation.Color.Hex);
    }

    private void Write(RegionBox region)
    {
        json.WriteNumber("x", columns.Start(region.Left));
        json.WriteNumber("y", rows.Start(region.Top));
        json.WriteNumber("w", columns.Span(region.Left, region.Columns));
        json.WriteNumber("h", rows.Span(region.Top, region.Rows));
        json.WriteString("edge", _spec.RegionStyle.Paint.Role == PaintRole.Fixed ? Rgb.FromInt(_spec.RegionStyle.Paint.Index).Hex : Palette.Light.Accent.Hex);
        json.WriteNumber("linewidth", 2);
    }

    private readonly record struct Annotation(double X, double Y, string Text, Rgb Color);
}

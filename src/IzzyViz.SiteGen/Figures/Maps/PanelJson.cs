using System.Text.Json;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>
/// One map in numbers: coordinates in cell units (a plain cell is 1 × 1, y grows down), values and shares of the scale in full, texts as
/// they are drawn, colours as on light paper.
/// </summary>
internal static class PanelJson
{
    public static void Write(Utf8JsonWriter json, LensLayout layout)
    {
        var spec = layout.Spec;
        var (rows, columns) = (UnitBands(spec, spec.Map.Values.Rows, c => c.Row), UnitBands(spec, spec.Map.Values.Columns, c => c.Column));
        json.WriteStartObject();
        json.WriteString("title", spec.Title);
        json.WriteString("xlabel", spec.XLabel);
        json.WriteString("ylabel", spec.YLabel);
        json.WriteNumbers("shape", [spec.Map.Values.Rows, spec.Map.Values.Columns]);
        json.WriteNumber("vmin", spec.Colors.Norm.Minimum);
        json.WriteNumber("vmax", spec.Colors.Norm.Maximum);
        json.WriteNumber("gamma", spec.Colors.Norm.Exponent);
        WriteLens(json, spec, rows, columns);
        WriteTicks(json, "x_ticks", layout, columns);
        WriteTicks(json, "y_ticks", layout, rows);
        WriteAnnotations(json, layout, rows, columns);
        WriteRectangles(json, spec, rows, columns);
        WriteCells(json, spec);
        json.WriteEndObject();
    }

    private static BandScale UnitBands(MapSpec spec, int count, Func<StrongCell, int> band) =>
        BandScale.Lens(count, 1, (spec.Top ?? []).Select(band).ToHashSet(), spec.Enlargement);

    private static void WriteLens(Utf8JsonWriter json, MapSpec spec, BandScale rows, BandScale columns)
    {
        if (spec.Top is { } top)
        {
            json.WriteStartArray("top_cells");
            foreach (var cell in top)
            {
                json.WriteNumbers(null, [cell.Row, cell.Column]);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("top_cells");
        }

        WriteSizes(json, "column_widths", spec, columns);
        WriteSizes(json, "row_heights", spec, rows);
        json.WriteNumbers("col_positions", columns.Edges);
        json.WriteNumbers("row_positions", rows.Edges);
        json.WriteNumbers("col_centers", Enumerable.Range(0, columns.Count).Select(columns.Centre));
        json.WriteNumbers("row_centers", Enumerable.Range(0, rows.Count).Select(rows.Centre));
    }

    private static void WriteSizes(Utf8JsonWriter json, string name, MapSpec spec, BandScale bands)
    {
        if (spec.Top is null)
        {
            json.WriteNull(name);
            return;
        }

        // The factors themselves; differences of edges would carry the rounding of sums.
        json.WriteNumbers(name, Enumerable.Range(0, bands.Count).Select(i => Math.Abs(bands.Size(i) - spec.Enlargement) < 1e-6 ? spec.Enlargement : 1));
    }

    private static void WriteTicks(Utf8JsonWriter json, string name, LensLayout layout, BandScale bands)
    {
        var isX = name == "x_ticks";
        json.WriteStartArray(name);
        foreach (var label in isX ? layout.ColumnLabels : layout.RowLabels)
        {
            var centre = bands.Centre(label.Band * layout.Grid.Block);
            json.WriteStartObject();
            json.WriteString("text", label.Full ?? label.Text);
            json.WriteNumbers("pos", isX ? [centre, 1] : [0, centre]);
            json.WriteNumber("rotation", isX ? layout.Spec.Labels.Rotation : 0);
            json.WriteBoolean("highlight", label.IsTop);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAnnotations(Utf8JsonWriter json, LensLayout layout, BandScale rows, BandScale columns)
    {
        var spec = layout.Spec;
        json.WriteStartArray("annotations");
        foreach (var cell in layout.Top.Where(_ => spec.PrintsScores && !layout.IsLong).OrderBy(c => (c.Row, c.Column)))
        {
            Annotation(json, (columns.Centre(cell.Column), rows.Centre(cell.Row)), FigureNumber.Score(cell.Value), spec.Colors.InkColor(spec.Colors.Level(cell.Value)));
        }

        foreach (var (region, index) in spec.RegionStyle.IsLabelled ? spec.Regions.Select((r, i) => (r, i)) : [])
        {
            Annotation(json, (Middle(columns, region.Left, region.Right), Middle(rows, region.Top, region.Bottom)), $"R{index + 1}", new(255, 255, 255));
        }

        json.WriteEndArray();
    }

    private static double Middle(BandScale bands, int first, int last) => (bands.Start(first) + bands.Edges[last + 1]) / 2;

    private static void Annotation(Utf8JsonWriter json, (double X, double Y) at, string text, Rgb color)
    {
        json.WriteStartObject();
        json.WriteNumber("x", at.X);
        json.WriteNumber("y", at.Y);
        json.WriteString("text", text);
        json.WriteString("color", color.Hex);
        json.WriteEndObject();
    }

    private static void WriteRectangles(Utf8JsonWriter json, MapSpec spec, BandScale rows, BandScale columns)
    {
        json.WriteStartArray("rectangles");
        foreach (var region in spec.Regions)
        {
            json.WriteStartObject();
            json.WriteNumber("x", columns.Start(region.Left));
            json.WriteNumber("y", rows.Start(region.Top));
            json.WriteNumber("w", columns.Span(region.Left, region.Columns));
            json.WriteNumber("h", rows.Span(region.Top, region.Rows));
            json.WriteString("edge", spec.RegionStyle.Paint.Role == PaintRole.Fixed ? Rgb.FromInt(spec.RegionStyle.Paint.Index).Hex : Palette.Light.Accent.Hex);
            json.WriteNumber("linewidth", 2);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCells(Utf8JsonWriter json, MapSpec spec)
    {
        json.WriteGrid("norm", spec.Map, value => json.WriteNumberValue(spec.Colors.Share(value)));
        json.WriteGrid("fill", spec.Map, value => json.WriteStringValue(spec.Colors.Color(spec.Colors.Level(value)).Hex));
    }
}

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
        new PanelMarksJson(json, layout, rows, columns).Write();
        WriteCells(json, spec);
        json.WriteEndObject();
    }

    private static BandScale UnitBands(MapSpec spec, int count, Func<StrongCell, int> band) =>
        BandScale.Lens(count, 1, (spec.Top ?? []).Select(band).ToHashSet(), spec.Enlargement);

    private static void WriteLens(Utf8JsonWriter json, MapSpec spec, BandScale rows, BandScale columns)
    {
        if (spec.Top is { } top)
        {
            json.WriteTuples("top_cells", top.Select(c => new double[] { c.Row, c.Column }));
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

    private static void WriteCells(Utf8JsonWriter json, MapSpec spec)
    {
        json.WriteGrid("norm", spec.Map, value => json.WriteNumberValue(spec.Colors.Share(value)));
        json.WriteGrid("fill", spec.Map, value => json.WriteStringValue(spec.Colors.Color(spec.Colors.Level(value)).Hex));
    }
}

using System.Text.Json;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>The difference of two maps: a circle as large as it is, in one colour where the second has more and in another where it has less.</summary>
internal static class SignedComparisonFigure
{
    private const double TheirOpacity = 0.7;
    private static readonly Rgb Orange = new(0xff, 0xa5, 0x00);
    private static readonly Rgb Blue = new(0x00, 0x00, 0xff);

    private static readonly MapWords Words = new("Difference of two maps: second less first", "Comparison: Matrix2 - Matrix1");

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, ComparisonSettings options)
    {
        var seen = MapInput.Seen(arrays, settings);
        var all = Comparison.Of(seen, options);
        var data = LensLayout.Of(Words.Name(Spec(all, settings, options), settings));
        var drawn = MarkedMap.Drawn(seen, settings);
        var cells = ReferenceEquals(drawn, seen) ? all : Comparison.Of(drawn, options);
        var plate = new MapPlate(ReferenceEquals(drawn, seen) ? data : LensLayout.Of(data.Spec with { Map = Base(cells, options) }));
        var figure = new Figure
        {
            Slug = "comparison-signed",
            Title = Words.Heading(settings),
            Description = $"{MarkedMap.Size(data.Spec)} The largest difference is {FigureNumber.Score(all.Largest)}.",
            HowToRead = $"A circle is as large as the two maps differ: {(settings.IsCompatible ? "orange" : "of the warm colour")} where the second has more weight, {(settings.IsCompatible ? "blue" : "of the cool one")} where it has less.",
            Legend = MapWords.Legend(plate.Layout.Spec, drawn, $"The largest circle is a difference of {FigureNumber.Score(cells.Largest)}.", Ground(options)),
            Scene = plate.WithLegend(Discs.Draw(plate.Layout, [.. cells.Cells.Select(c => Circle(c, settings))], settings.IsCompatible ? TheirOpacity : 1)),
            StrongestCells = MarkedMap.Strongest(seen, Matrix.From(all.First.Values.Rows, all.First.Values.Columns, (r, c) => Math.Abs(all.Second[r, c] - all.First[r, c]))),
        };
        return new(figure, new([data]) { Extra = json => Write(json, all, settings) });
    }

    private static MapSpec Spec(Comparison all, MapSettings settings, ComparisonSettings options)
    {
        var ground = Base(all, options);
        return MarkedMap.Spec(ground, MapInput.Scale(ground.Visible(), settings), settings) with { HasGround = options.Base != ComparisonBase.None };
    }

    private static WeightMap Base(Comparison of, ComparisonSettings options) => options.Base == ComparisonBase.Second ? of.Second : of.First;

    private static string Ground(ComparisonSettings options) => options.Base switch
    {
        ComparisonBase.First => "Cells have the colours of the first map.",
        ComparisonBase.Second => "Cells have the colours of the second map.",
        _ => "Cells have no colour.",
    };

    private static Disc Circle(CellDifference cell, MapSettings settings) => new(cell.Row, cell.Column, cell.Radius, Fill(cell, settings)) { Values = [cell.Difference] };

    private static Paint Fill(CellDifference cell, MapSettings settings) => settings.IsCompatible
        ? Paint.Fixed(cell.Difference > 0 ? Orange : Blue)
        : Paint.Category(cell.Difference > 0 ? 1 : 0);

    private static void Write(Utf8JsonWriter json, Comparison comparison, MapSettings settings)
    {
        json.WriteStartArray("circles");
        foreach (var cell in comparison.Cells)
        {
            json.WriteStartObject();
            json.WriteNumber("cx", cell.Column + 0.5);
            json.WriteNumber("cy", cell.Row + 0.5);
            json.WriteNumber("r", cell.Radius);
            json.WriteString("fill", (settings.IsCompatible ? cell.Difference > 0 ? Orange : Blue : Palette.Light.Categorical[cell.Difference > 0 ? 1 : 0]).Hex);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

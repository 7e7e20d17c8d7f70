using System.Text.Json;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Two maps of the same tokens: the first as cells, and on each a circle as large as the two differ, in the colour of the second.</summary>
internal static class ComparisonFigure
{
    private const double TheirOpacity = 0.7;

    private static readonly MapWords Words = new("Two maps compared", "Comparison with Circles") { TheirXLabel = "", TheirYLabel = "" };

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, ComparisonSettings options)
    {
        if (options.IsSigned)
        {
            return SignedComparisonFigure.Draw(arrays, settings, options);
        }

        var map = MarkedMap.Of(arrays, settings, a => Comparison.Of(a, options), m => Spec(m, settings));
        var figure = new Figure
        {
            Slug = "comparison",
            Title = Words.Heading(settings),
            Description = $"{map.Size} The largest difference of the two is {FigureNumber.Score(map.All.Largest)}.",
            HowToRead = "The cell is the first map, the circle the second: a circle of stronger colour than its cell has more weight in the second. Its radius is how much the two differ.",
            Legend = map.Legend($"The largest circle is a difference of {FigureNumber.Score(map.Cells.Largest)}; both maps are on one scale."),
            Scene = map.Plate.WithLegend(Discs.Draw(map.Plate.Layout, [.. map.Cells.Cells.Select(c => Circle(c, map.Cells, map.Plate.Layout.Spec.Colors))], settings.IsCompatible ? TheirOpacity : 1)),
            StrongestCells = map.Strongest(map.All.Differences()),
        };
        return map.With(figure, json => Write(json, map.All, map.Layout.Spec.Colors));
    }

    private static MapSpec Spec(Comparison of, MapSettings settings) =>
        Words.Name(MarkedMap.Spec(of.First, MapInput.Scale(of.First.Visible().Concat(of.Second.Visible()), settings), settings), settings);

    private static Disc Circle(CellDifference cell, Comparison of, ColorScale scale) =>
        new(cell.Row, cell.Column, cell.Radius, scale.Fill(scale.Level(cell.Second))) { Values = [of.First[cell.Row, cell.Column], cell.Second] };

    private static void Write(Utf8JsonWriter json, Comparison comparison, ColorScale scale)
    {
        json.WriteNumber("max_abs_diff", comparison.Largest);
        json.WriteObjects("circles", comparison.Cells, cell =>
        {
            json.WriteCircle(cell.Row, cell.Column, cell.Radius);
            json.WriteNumber("value2", cell.Second);
            json.WriteNumber("norm", scale.Share(cell.Second));
            json.WriteString("fill", scale.Color(scale.Level(cell.Second)).Hex);
        });
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Lens;
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
        var map = MarkedMap.Of(arrays, settings, a => Comparison.Of(a, options), m => Spec(m, settings, options));
        var figure = new Figure
        {
            Slug = "comparison-signed",
            Title = Words.Heading(settings),
            Description = $"{map.Size} The largest difference is {FigureNumber.Score(map.All.Largest)}.",
            HowToRead = $"A circle is as large as the two maps differ: {(settings.IsCompatible ? "orange" : "full")} where the second has more weight, {(settings.IsCompatible ? "blue" : "empty")} where it has less.",
            Legend = map.Legend($"The largest circle is a difference of {FigureNumber.Score(map.Cells.Largest)}.", Ground(options)),
            Scene = map.Plate.WithLegend(Circles(map.Plate.Layout, map.Cells, settings)),
            StrongestCells = map.Strongest(map.All.Differences()),
        };
        return map.With(figure, json => Write(json, map.All, settings));
    }

    private static MapSpec Spec(Comparison all, MapSettings settings, ComparisonSettings options)
    {
        var ground = Base(all, options);
        return Words.Name(MarkedMap.Spec(ground, MapInput.Scale(ground.Visible(), settings), settings), settings) with { HasGround = options.Base != ComparisonBase.None };
    }

    private static WeightMap Base(Comparison of, ComparisonSettings options) => options.Base == ComparisonBase.Second ? of.Second : of.First;

    private static string Ground(ComparisonSettings options) => options.Base switch
    {
        ComparisonBase.First => "Cells have the colours of the first map.",
        ComparisonBase.Second => "Cells have the colours of the second map.",
        _ => "Cells have no colour.",
    };

    // Empty circles tell the two signs apart without a second colour, which no ground would suit.
    private static ImmutableArray<SceneNode> Circles(LensLayout layout, Comparison of, MapSettings settings) => settings.IsCompatible
        ? Discs.Draw(layout, [.. of.Cells.Select(c => Circle(c, Paint.Fixed(c.Difference > 0 ? Orange : Blue)))], TheirOpacity)
        :
        [
            .. Discs.Draw(layout, [.. of.Cells.Where(c => c.Difference > 0).Select(c => Circle(c, Paint.Category(1)))]),
            .. Discs.Draw(layout, [.. of.Cells.Where(c => c.Difference < 0).Select(c => Circle(c, Paint.Paper) with { Outline = Paint.Category(1) })]),
        ];

    private static Disc Circle(CellDifference cell, Paint fill) => new(cell.Row, cell.Column, cell.Radius, fill) { Values = [cell.Difference] };

    private static Rgb Color(CellDifference cell, MapSettings settings) => (settings.IsCompatible, cell.Difference > 0) switch
    {
        (true, true) => Orange,
        (true, false) => Blue,
        (_, true) => Palette.Light.Categorical[1],
        _ => Palette.Light.Paper,
    };

    private static void Write(Utf8JsonWriter json, Comparison comparison, MapSettings settings) =>
        json.WriteObjects("circles", comparison.Cells, cell =>
        {
            json.WriteCircle(cell.Row, cell.Column, cell.Radius);
            json.WriteString("fill", Color(cell, settings).Hex);
        });
}

using System.Text.Json;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>The mean over runs as cells, and on each a circle as large as the runs differ, shaded from the lower end of their interval to the upper.</summary>
internal static class StabilityFigure
{
    private static readonly Rgb White = new(255, 255, 255);

    private static readonly MapWords Words = new("Stability over runs", "Check Stability Heatmap with Gradient Circles");

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, StabilitySettings options)
    {
        var map = MarkedMap.Of(arrays, settings, a => Stability.Of(a, settings, options), m => Spec(m, settings));
        var figure = new Figure
        {
            Slug = "stability",
            Title = Words.Heading(settings),
            Description = $"{map.Size} Means of {map.Seen.Matrices.Length} runs; the largest {StabilityWords.Measure(options)} is {FigureNumber.Score(map.All.Spread.Error.Visible().DefaultIfEmpty(0).Max())}.",
            HowToRead = "The cell is the mean, the radius of its circle how much the runs differ; a cell without a circle is the same in all.",
            Legend = map.Legend(StabilityWords.Interval(map.Seen, settings, options)),
            Scene = map.Plate.WithLegend(Discs.Draw(map.Plate.Layout, [.. map.Cells.Cells.Select(c => Circle(c, map.Cells, options))])),
            StrongestCells = map.Strongest(map.All.Spread.Error.Values),
        };
        return map.With(figure, json => Write(json, map.All, options));
    }

    private static MapSpec Spec(Stability of, MapSettings settings)
    {
        var spec = Words.Name(MarkedMap.Spec(of.Spread.Mean, of.Scale, settings), settings);
        return spec with { Labels = spec.Labels with { Rotation = settings.IsCompatible ? 90 : 45 } };
    }

    private static Disc Circle(SpreadCell cell, Stability of, StabilitySettings options)
    {
        var rim = of.Scale.Level(cell.Rim);
        var fill = !options.HasWhiteCentre ? of.Scale.Gradient(of.Scale.Level(cell.Centre), rim)
            : of.Scale.IsBlues ? Paint.FixedGradient(White, of.Scale.Color(rim))
            : of.Scale.Gradient(0, rim);
        return new(cell.Row, cell.Column, cell.Radius, fill) { Values = [of.Spread.Mean[cell.Row, cell.Column], of.Spread.Error[cell.Row, cell.Column]] };
    }

    private static void Write(Utf8JsonWriter json, Stability stability, StabilitySettings options)
    {
        var scale = stability.Scale;
        json.WriteGrid("mean", stability.Spread.Mean, stability.Spread.Mean.Values);
        json.WriteGrid("error", stability.Spread.Error, stability.Spread.Error.Values);
        json.WriteObjects("cells", stability.Cells, cell =>
        {
            json.WriteCircle(cell.Row, cell.Column, cell.Radius);
            WriteEnd(json, "edge", scale, cell.Rim);
            if (options.HasWhiteCentre)
            {
                json.WriteString("centre_fill", (scale.IsBlues ? White : scale.Color(0)).Hex);
            }
            else
            {
                WriteEnd(json, "centre", scale, cell.Centre);
            }
        });
    }

    private static void WriteEnd(Utf8JsonWriter json, string name, ColorScale scale, double value)
    {
        json.WriteNumber($"{name}_value", value);
        json.WriteNumber($"{name}_norm", scale.Share(value));
        json.WriteString($"{name}_fill", scale.Color(scale.Level(value)).Hex);
    }
}

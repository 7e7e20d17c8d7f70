using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>Every run as a slice of one half of a pie; a disc behind it, seen in the other half, is as large as the runs differ.</summary>
internal static class HalfPiesFigure
{
    private const double First = -45;
    private const double Sweep = 180;
    private const double Opacity = 0.6;
    private const double NoSpread = 1e-9;
    private static readonly Rgb Vermilion = new(0xD5, 0x5E, 0x00);

    private static readonly MapWords Words = new("Runs as half pies", "");

    public static DrawnFigure Draw(FigureArrays arrays, MapSettings settings, RunMarkSettings options)
    {
        var map = MarkedMap.Of(arrays, settings, a => RunMarks.Of(a, settings, Slice), m => Spec(m, settings, options));
        var measure = StabilityWords.Measure(new() { Error = options.Error });
        var figure = new Figure
        {
            Slug = "half-pies",
            Title = Words.Heading(settings),
            Description = $"{map.Size} {map.Seen.Matrices.Length} runs as slices in every cell.",
            HowToRead = "In every cell the runs follow each other clockwise from the upper right; a half pie of one colour is the same in all runs.",
            Legend = MapWords.Legend(map.Plate.Layout.Spec with { HasGround = true }, map.Drawn, $"The disc behind, seen at the upper left, has the {measure} of the runs as its radius, relative to the largest."),
            Scene = map.Plate.WithLegend([.. Discs.Draw(map.Plate.Layout, Behind(map.Drawn, settings, options), Opacity), .. Slices.Draw(map.Plate.Layout, map.Cells)]),
        };
        return map.With(figure, json => map.All.Write(json, Behind(map.Seen, settings, options)));
    }

    private static MapSpec Spec(RunMarks of, MapSettings settings, RunMarkSettings options) =>
        Words.Name(MarkedMap.Spec(of.Mean, of.Scale, settings), settings) with { HasGround = options.HasBackground };

    private static RunMark Slice(RunMark mark, (int Run, int Runs) of) =>
        mark with { From = First + (Sweep * of.Run / of.Runs), To = First + (Sweep * (of.Run + 1) / of.Runs) };

    private static ImmutableArray<Disc> Behind(FigureArrays arrays, MapSettings settings, RunMarkSettings options)
    {
        var error = RunSpread.Of(arrays, options.Error, isSample: !settings.IsCompatible).Error;
        var largest = error.Visible().DefaultIfEmpty(0).Max() is var most && most > 0 ? most : NoSpread;
        var fill = settings.IsCompatible ? Paint.Fixed(Vermilion) : Paint.Category(1);
        return
        [
            .. from row in Enumerable.Range(0, error.Values.Rows)
               from column in Enumerable.Range(0, error.Values.Columns)
               where error.Axes.Mask[row, column]
               select new Disc(row, column, error[row, column] / largest * RunMarks.Radius, fill) { Values = [error[row, column]] },
        ];
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>What can be said of maps that show each run in every cell.</summary>
internal sealed record RunMarkSettings
{
    public static readonly RunMarkSettings Default = new();

    public ErrorMeasure Error { get; init; } = ErrorMeasure.Sd;

    /// <summary>Cells are coloured by the mean.</summary>
    public bool HasBackground { get; init; } = true;
}

/// <summary>One run in one cell: a ring or a slice of a pie.</summary>
internal readonly record struct RunMark(int Row, int Column, double Radius, double Value)
{
    /// <summary>Degrees, clockwise from the right.</summary>
    public double From { get; init; }

    public double To { get; init; } = 360;

    /// <summary>Of a ring; null for a slice, which reaches the centre.</summary>
    public double? Width { get; init; }
}

/// <summary>The numbers of all runs on one scale, and their mark in every cell.</summary>
internal sealed record RunMarks(WeightMap Mean, ColorScale Scale, ImmutableArray<RunMark> Marks)
{
    public const double Radius = 0.45;

    /// <param name="markOf">The mark of a run (its index, and how many there are) in a cell.</param>
    public static RunMarks Of(FigureArrays arrays, MapSettings settings, Func<RunMark, (int Run, int Runs), RunMark> markOf)
    {
        var mean = RunSpread.Of(arrays, ErrorMeasure.Sd, isSample: false).Mean;
        var marks = ImmutableArray.CreateBuilder<RunMark>();
        for (var row = 0; row < mean.Values.Rows; row++)
        {
            for (var column = 0; column < mean.Values.Columns; column++)
            {
                for (var run = 0; run < arrays.Matrices.Length && arrays.Axes.Mask[row, column]; run++)
                {
                    marks.Add(markOf(new(row, column, Radius, arrays.Matrices[run][row, column]), (run, arrays.Matrices.Length)));
                }
            }
        }

        return new(mean, ScaleOf(arrays, settings), marks.ToImmutable());
    }

    private static ColorScale ScaleOf(FigureArrays arrays, MapSettings settings)
    {
        var scale = MapInput.Scale(arrays.Matrices.SelectMany(m => new WeightMap(arrays.Axes, m).Visible()), settings);
        var (low, high) = (scale.Norm.Minimum, scale.Norm.Maximum);
        var isFlat = settings.IsCompatible && Math.Abs(low - high) <= 1e-8 + (1e-5 * Math.Abs(high));
        return isFlat ? MapInput.Scale(low, low + 1e-9, settings) : scale;
    }

    public void Write(Utf8JsonWriter json, IEnumerable<Disc> circles)
    {
        json.WriteObjects("wedges", Marks, mark => WriteMark(json, mark));
        json.WriteObjects("circles", circles, circle => json.WriteCircle(circle.Row, circle.Column, circle.Radius));
        json.WriteTuples("norm_scalar", Marks.Select(m => new[] { m.Value, Scale.Share(m.Value) }));
    }

    private void WriteMark(Utf8JsonWriter json, RunMark mark)
    {
        json.WriteCircle(mark.Row, mark.Column, mark.Radius);
        json.WriteNumber("theta1", mark.From);
        json.WriteNumber("theta2", mark.To);
        if (mark.Width is { } width)
        {
            json.WriteNumber("width", width);
        }
        else
        {
            json.WriteNull("width");
        }

        json.WriteString("fill", Scale.Color(Scale.Level(mark.Value)).Hex);
    }
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>The line of one cell, in cell units of the whole map.</summary>
internal sealed record Sparkline(int Row, int Column, ImmutableArray<double> X, ImmutableArray<double> Y)
{
    public required ImmutableArray<double> Values { get; init; }

    public required Paint Paint { get; init; }

    public required Rgb Color { get; init; }
}

/// <summary>One line a cell over steps.</summary>
/// <param name="Low">The least weight of any step.</param>
internal sealed record Sparklines(WeightMap Mean, ColorScale Scale, double Low, double High)
{
    private const double HalfWidth = 0.4;
    private const double Height = 0.7;
    private static readonly Rgb Dark = new(0x00, 0x00, 0x8b);
    private static readonly Rgb Light = new(0xff, 0xff, 0xff);

    public required ImmutableArray<Sparkline> Lines { get; init; }

    /// <summary>Cells above it are dark enough for a light line.</summary>
    public double Threshold => Scale.Norm.Inverse(0.5);

    public static Sparklines Of(FigureArrays arrays, MapSettings settings, bool isPerCell)
    {
        var mean = RunSpread.Of(arrays, ErrorMeasure.Sd, isSample: false).Mean;
        var values = arrays.Matrices.SelectMany(m => new WeightMap(arrays.Axes, m).Visible()).DefaultIfEmpty(0).ToArray();
        var lines = new Sparklines(mean, MapInput.Scale(mean.Visible(), settings), values.Min(), values.Max()) { Lines = [] };
        return lines with { Lines = [.. lines.Cells(arrays, isPerCell)] };
    }

    private IEnumerable<Sparkline> Cells(FigureArrays arrays, bool isPerCell)
    {
        for (var row = 0; row < Mean.Values.Rows; row++)
        {
            for (var column = 0; column < Mean.Values.Columns; column++)
            {
                if (arrays.Axes.Mask[row, column])
                {
                    ImmutableArray<double> values = [.. arrays.Matrices.Select(m => m[row, column])];
                    yield return Line(row, column, values, isPerCell);
                }
            }
        }
    }

    private Sparkline Line(int row, int column, ImmutableArray<double> values, bool isPerCell)
    {
        var (low, high) = isPerCell ? (values.Min(), values.Max()) : (Low, High);
        var step = values.Length > 1 ? 2 * HalfWidth / (values.Length - 1) : 0;
        var isLight = !isPerCell && Mean[row, column] > Threshold;
        var level = Scale.Level(Mean[row, column]);
        return new(row, column, [.. values.Select((_, k) => column + 0.5 - HalfWidth + (k * step))], [.. values.Select(v => row + 0.5 - (((high > low ? (v - low) / (high - low) : 0.5) - 0.5) * Height))])
        {
            Values = values,
            Paint = Scale.IsBlues ? Paint.Fixed(isLight ? Light : Dark) : Scale.InkColor(level).Luminance < 0.5 ? Paint.Ink : Paint.Paper,
            Color = Scale.IsBlues ? isLight ? Light : Dark : Scale.InkColor(level),
        };
    }
}

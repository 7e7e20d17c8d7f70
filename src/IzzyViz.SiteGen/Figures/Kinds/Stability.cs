using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>What can be said of a map of stability.</summary>
internal sealed record StabilitySettings
{
    public static readonly StabilitySettings Default = new();

    public ErrorMeasure Error { get; init; }

    /// <summary>Circles are white in the middle and show the upper end alone.</summary>
    public bool HasWhiteCentre { get; init; }

    /// <summary>How many errors the centre lies below the mean and the rim above it.</summary>
    public double Contrast { get; init; } = 2;

    /// <summary>Radius of the largest error, in cells.</summary>
    public double MaxCircleRatio { get; init; } = 0.45;

    public double Reach => HasWhiteCentre ? 1 : Contrast;
}

/// <summary>The circle of one cell.</summary>
/// <param name="Centre">The lower end of the interval, within the scale.</param>
/// <param name="Rim">The upper end.</param>
internal readonly record struct SpreadCell(int Row, int Column, double Radius, double Centre, double Rim);

/// <summary>Mean and error of every cell over runs, and the scale both are shown on.</summary>
internal sealed record Stability(RunSpread Spread, ColorScale Scale, ImmutableArray<SpreadCell> Cells)
{
    private const double NoSpread = 1e-12;

    public static Stability Of(FigureArrays arrays, MapSettings settings, StabilitySettings options)
    {
        var spread = RunSpread.Of(arrays, options.Error, isSample: !settings.IsCompatible);
        var scale = ScaleOf(spread, settings, options);
        var largest = spread.Error.Visible().DefaultIfEmpty(0).Max() is var most && most >= NoSpread ? most : 1;
        return new(spread, scale, [.. CellsOf(spread, scale, options, largest)]);
    }

    // IzzyViz scales for one error and draws two, so that ends are cut; by default the scale holds what is drawn.
    private static ColorScale ScaleOf(RunSpread spread, MapSettings settings, StabilitySettings options)
    {
        var reach = settings.IsCompatible ? 1 : options.Reach;
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (mean, error) in spread.Mean.Visible().Zip(spread.Error.Visible()))
        {
            (low, high) = (Math.Min(low, mean - (settings.IsCompatible ? error : 0)), Math.Max(high, mean + (reach * error)));
        }

        var isFlat = settings.IsCompatible && Math.Abs(low - high) <= 1e-8 + (1e-5 * Math.Abs(high));
        return double.IsInfinity(low) ? MapInput.Scale(0, 0, settings) : MapInput.Scale(low, isFlat ? low + 1e-9 : high, settings);
    }

    private static IEnumerable<SpreadCell> CellsOf(RunSpread spread, ColorScale scale, StabilitySettings options, double largest)
    {
        for (var row = 0; row < spread.Mean.Values.Rows; row++)
        {
            for (var column = 0; column < spread.Mean.Values.Columns; column++)
            {
                var (mean, error) = (spread.Mean[row, column], spread.Error[row, column]);
                if (spread.Mean.Axes.Mask[row, column] && error >= NoSpread)
                {
                    double Within(double value) => Math.Clamp(value, scale.Norm.Minimum, scale.Norm.Maximum);
                    yield return new(row, column, error / largest * options.MaxCircleRatio, Within(mean - (options.Reach * error)), Within(mean + (options.Reach * error)));
                }
            }
        }
    }
}

using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>What can be said of a comparison; null for what the variant itself does.</summary>
internal sealed record ComparisonSettings
{
    public static readonly ComparisonSettings Default = new();

    /// <summary>Colour of a circle says which of the two is larger, not how large the second is.</summary>
    public bool IsSigned { get; init; }

    public double CircleScale { get; init; } = 1;

    /// <summary>Radius of the largest difference, in cells.</summary>
    public double? MaxCircleRatio { get; init; }

    /// <summary>What the signed variant lies on.</summary>
    public ComparisonBase Base { get; init; }
}

internal enum ComparisonBase
{
    First,
    Second,
    None,
}

/// <summary>How much one cell differs.</summary>
/// <param name="Radius">In cells.</param>
internal readonly record struct CellDifference(int Row, int Column, double Radius, double Second, double Difference);

/// <summary>Two maps, cell by cell.</summary>
internal sealed record Comparison(WeightMap First, WeightMap Second, double Largest, ImmutableArray<CellDifference> Cells)
{
    private const double AllEqual = 1e-6;

    public static Comparison Of(FigureArrays arrays, ComparisonSettings settings)
    {
        var (first, second) = (new WeightMap(arrays.Axes, arrays.Matrices[0]), new WeightMap(arrays.Axes, arrays.Matrices[1]));
        var differences = first.Visible().Zip(second.Visible(), (a, b) => Math.Abs(b - a));
        var largest = differences.DefaultIfEmpty(0).Max() is var most && most > 0 ? most : AllEqual;
        return new(first, second, largest, [.. CellsOf(first, second, d => Radius(settings, d / largest)).Where(c => c.Radius > 0)]);
    }

    /// <summary>How much each cell differs, without sign.</summary>
    public Matrix Differences() => Matrix.From(First.Values.Rows, First.Values.Columns, (r, c) => Math.Abs(Second[r, c] - First[r, c]));

    private static double Radius(ComparisonSettings settings, double share) => settings.IsSigned
        ? settings.CircleScale * (settings.MaxCircleRatio ?? 0.5) * share
        : Math.Min(settings.CircleScale * (settings.MaxCircleRatio ?? 0.45) * share, 0.5);

    private static IEnumerable<CellDifference> CellsOf(WeightMap first, WeightMap second, Func<double, double> radius)
    {
        for (var row = 0; row < first.Values.Rows; row++)
        {
            for (var column = 0; column < first.Values.Columns; column++)
            {
                if (first.Axes.Mask[row, column])
                {
                    var difference = second[row, column] - first[row, column];
                    yield return new(row, column, radius(Math.Abs(difference)), second[row, column], difference);
                }
            }
        }
    }
}

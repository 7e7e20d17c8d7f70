using System.Collections.Immutable;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Kinds;

/// <summary>How a spread over runs is measured.</summary>
internal enum ErrorMeasure
{
    /// <summary>Standard error of the mean.</summary>
    Sem,

    /// <summary>Standard deviation.</summary>
    Sd,
}

/// <summary>Mean and error of each cell over runs.</summary>
internal sealed record RunSpread(WeightMap Mean, WeightMap Error)
{
    /// <param name="isSample">Divides by n - 1, for runs that stand for others; IzzyViz divides by n.</param>
    public static RunSpread Of(FigureArrays arrays, ErrorMeasure measure, bool isSample)
    {
        var (rows, columns) = (arrays.First.Rows, arrays.First.Columns);
        var (means, errors) = (new double[rows * columns], new double[rows * columns]);
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = MeanAt(arrays.Matrices, i);
            errors[i] = Deviation(arrays.Matrices, i, means[i], isSample) / (measure == ErrorMeasure.Sem ? Math.Sqrt(arrays.Matrices.Length) : 1);
        }

        return new(new(arrays.Axes, new(rows, columns, means)), new(arrays.Axes, new(rows, columns, errors)));
    }

    private static double MeanAt(ImmutableArray<Matrix> runs, int index)
    {
        var sum = 0.0;
        foreach (var run in runs)
        {
            sum += run.Values[index];
        }

        return sum / runs.Length;
    }

    private static double Deviation(ImmutableArray<Matrix> runs, int index, double mean, bool isSample)
    {
        var sum = 0.0;
        foreach (var run in runs)
        {
            var difference = run.Values[index] - mean;
            sum += difference * difference;
        }

        return Math.Sqrt(sum / Math.Max(1, runs.Length - (isSample ? 1 : 0)));
    }
}

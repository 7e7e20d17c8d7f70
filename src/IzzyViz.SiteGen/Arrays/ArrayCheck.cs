using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Figures;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>What has to hold before anything is drawn, and what is drawn with a note.</summary>
internal static class ArrayCheck
{
    // Six decimals in a file of a thousand columns.
    private const double RowSumTolerance = 1e-3;

    public static FigureArrays Checked(FigureArrays arrays, ArrayNeed need)
    {
        RequireCount(arrays, need);
        for (var i = 0; i < arrays.Matrices.Length; i++)
        {
            RequireFinite(arrays, i);
        }

        return need is ArrayNeed.Values or ArrayNeed.Vectors or ArrayNeed.Each ? arrays : arrays with { Notes = [.. arrays.Notes, .. RowSums(arrays)] };
    }

    private static void RequireCount(FigureArrays arrays, ArrayNeed need)
    {
        var count = arrays.Matrices.Length;
        var (fits, wanted) = need switch
        {
            ArrayNeed.One => (count == 1, "one matrix ('matrix', or --item)"),
            ArrayNeed.Two => (count == 2, "two matrices"),
            ArrayNeed.Several or ArrayNeed.Stack or ArrayNeed.Each => (count >= 1, "one or more matrices"),
            ArrayNeed.Vectors => (count == 2, "two matrices, queries and keys of one head"),
            _ => (arrays.Values is not null, "'values', a number for each layer and head"),
        };
        if (!fits)
        {
            throw new DiagnosticException(ArrayDiagnostics.WrongCount.At(arrays.Source, wanted, count == 0 ? "none" : $"{count}"));
        }
    }

    private static void RequireFinite(FigureArrays arrays, int index)
    {
        var matrix = arrays.Matrices[index];
        for (var i = 0; i < matrix.Values.Length; i++)
        {
            var (row, column) = (i / matrix.Columns, i % matrix.Columns);
            if (!double.IsFinite(matrix.Values[i]) && arrays.Axes.Mask[row, column])
            {
                throw new DiagnosticException(ArrayDiagnostics.NotFinite.At(arrays.Source, row, column, index, matrix.Values[i]));
            }
        }
    }

    private static IEnumerable<string> RowSums(FigureArrays arrays)
    {
        var sums = arrays.Matrices.SelectMany(m => Enumerable.Range(0, m.Rows).Where(r => arrays.Axes.Mask.VisibleCount(r) > 0).Select(r => Sum(arrays, m, r))).ToArray();
        var off = sums.Where(s => Math.Abs(s - 1) > RowSumTolerance).ToArray();
        if (off.Length > 0)
        {
            yield return $"{off.Length} of {sums.Length} rows do not sum to 1: their sums run from {FigureNumber.Score(off.Min())} to {FigureNumber.Score(off.Max())}.";
        }
    }

    private static double Sum(FigureArrays arrays, Matrix matrix, int row)
    {
        var sum = 0.0;
        for (var column = 0; column < matrix.Columns; column++)
        {
            sum += arrays.Axes.Mask[row, column] ? matrix[row, column] : 0;
        }

        return sum;
    }
}

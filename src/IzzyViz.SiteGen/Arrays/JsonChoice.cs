using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>One of the matrices of a JSON file, where a figure needs one and several are there.</summary>
internal static class JsonChoice
{
    public static FigureArrays Of(FigureArrays arrays, ArrayChoice choice)
    {
        if (choice.Item is not { } item)
        {
            return arrays;
        }

        return item >= 0 && item < arrays.Matrices.Length
            ? arrays with { Matrices = [arrays.Matrices[item]] }
            : throw new DiagnosticException(ArrayDiagnostics.OutOfRange.At(arrays.Source, "item", item, "matrices", arrays.Matrices.Length));
    }
}

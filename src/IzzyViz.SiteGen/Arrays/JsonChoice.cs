using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Some of the matrices of a JSON file: <c>--item</c> and <c>--head</c> both count among them.</summary>
internal static class JsonChoice
{
    public static FigureArrays Of(FigureArrays arrays, ArrayChoice choice)
    {
        if (choice.Item is { } item)
        {
            return arrays with { Matrices = [At(arrays, item, "item")] };
        }

        return choice.Heads.IsEmpty
            ? arrays
            : arrays with { Matrices = [.. choice.Heads.Select(h => At(arrays, h, "head"))], Names = [.. choice.Heads.Select(h => $"H{h}")] };
    }

    private static Matrix At(FigureArrays arrays, int index, string axis) => index >= 0 && index < arrays.Matrices.Length
        ? arrays.Matrices[index]
        : throw new DiagnosticException(ArrayDiagnostics.OutOfRange.At(arrays.Source, axis, index, "matrices", arrays.Matrices.Length));
}

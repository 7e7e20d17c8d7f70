using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>The matrices chosen from one tensor.</summary>
internal sealed record TensorSlices(ImmutableArray<Matrix> Matrices, ImmutableArray<string> Names)
{
    public static TensorSlices Of(TensorFile file, string name, ArrayChoice choice)
    {
        var tensor = file.Tensors[name];
        var dims = tensor.Dims;
        if (dims.Length is < 2 or > 4 || dims.Any(d => d is < 1 or > 100_000))
        {
            throw new DiagnosticException(ArrayDiagnostics.WrongRank.At(file.Path, name, string.Join(", ", dims)));
        }

        var slicer = new TensorSlicer(file.Path, name, [.. Enumerable.Repeat(1, 4 - dims.Length), .. dims.Select(d => (int)d)], TensorFile.Doubles(tensor));
        return dims.Length == 3 ? slicer.OfItems(choice) : slicer.OfHeads(choice);
    }
}

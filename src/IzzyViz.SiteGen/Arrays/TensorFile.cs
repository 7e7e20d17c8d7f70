using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>Arrays by name, and what their file says about them.</summary>
internal sealed record TensorFile(string Path, ImmutableSortedDictionary<string, Tensor> Tensors, ImmutableSortedDictionary<string, string> Metadata)
{
    /// <summary>The tensors that are meant: those named, or the only one there is, or for a figure of several maps the layers of a capture's first stack.</summary>
    public ImmutableArray<string> Chosen(ArrayChoice choice)
    {
        if (choice.Tensors.IsEmpty)
        {
            return Tensors.Count == 1 ? [Tensors.Keys.First()]
                : choice.Need is ArrayNeed.Stack or ArrayNeed.Each && CapturedTokens.Layers(this) is { IsEmpty: false } layers ? layers
                : throw new DiagnosticException(ArrayDiagnostics.ChooseTensor.At(Path, Tensors.Count, string.Join(", ", Tensors.Keys)));
        }

        var missing = choice.Tensors.FirstOrDefault(name => !Tensors.ContainsKey(name));
        return missing is null ? choice.Tensors : throw new DiagnosticException(ArrayDiagnostics.NoTensor.At(Path, missing, NearestName.Hint(missing, Tensors.Keys)));
    }

    public static double[] Doubles(Tensor tensor) => tensor.Type switch
    {
        ElementType.Float64 => MemoryMarshal.Cast<byte, double>(tensor.Bytes.Span).ToArray(),
        ElementType.Float32 or ElementType.Float16 or ElementType.BFloat16 => Array.ConvertAll(tensor.ToSingles(), f => (double)f),
        _ => Array.ConvertAll(tensor.ToInt64s(), i => (double)i),
    };
}

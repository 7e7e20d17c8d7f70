using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tensors;

/// <summary>The tensors of a <c>.safetensors</c> file by name, and its metadata.</summary>
public sealed record Safetensors(ImmutableSortedDictionary<string, Tensor> Tensors, ImmutableSortedDictionary<string, string> Metadata)
{
    /// <exception cref="InvalidDataException">There is no such tensor.</exception>
    public Tensor this[string name] => Tensors.GetValueOrDefault(name) ?? throw new InvalidDataException($"it has no tensor '{name}'");

    internal static readonly ImmutableArray<(string Name, ElementType Type)> Types =
    [
        ("F32", ElementType.Float32), ("F16", ElementType.Float16), ("BF16", ElementType.BFloat16), ("F64", ElementType.Float64),
        ("I64", ElementType.Int64), ("I32", ElementType.Int32), ("I16", ElementType.Int16), ("I8", ElementType.Int8),
        ("U64", ElementType.UInt64), ("U32", ElementType.UInt32), ("U16", ElementType.UInt16), ("U8", ElementType.UInt8), ("BOOL", ElementType.Bool),
    ];
}

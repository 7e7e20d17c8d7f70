using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace IzzyViz.Analysis.Summaries;

/// <param name="Type">The safetensors name: <c>F32</c>, <c>F64</c>.</param>
/// <param name="Data">Little-endian, row-major.</param>
internal sealed record StoredTensor(string Name, string Type, ImmutableArray<long> Shape, ReadOnlyMemory<byte> Data)
{
    public static StoredTensor Of(string name, ReadOnlySpan<float> values, params ImmutableArray<long> shape) =>
        new(name, "F32", shape, MemoryMarshal.AsBytes(values).ToArray());

    public static StoredTensor Of(string name, ReadOnlySpan<double> values, params ImmutableArray<long> shape) =>
        new(name, "F64", shape, MemoryMarshal.AsBytes(values).ToArray());

    public static int Width(string type) => type switch
    {
        "F32" => sizeof(float),
        "F64" => sizeof(double),
        _ => throw new InvalidDataException($"a tensor has the type '{type}'"),
    };

    /// <exception cref="InvalidDataException">The tensor has another type or shape.</exception>
    public T[] Values<T>(string type, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (Type != type || !Shape.AsSpan().SequenceEqual(shape))
        {
            throw new InvalidDataException($"its tensor '{Name}' does not fit the run it describes");
        }

        return MemoryMarshal.Cast<byte, T>(Data.Span).ToArray();
    }
}

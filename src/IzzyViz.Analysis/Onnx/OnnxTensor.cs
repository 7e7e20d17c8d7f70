using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace IzzyViz.Analysis.Onnx;

/// <summary>An initializer or constant. Its data stays where it is: in the mapped file, or in a file beside it.</summary>
internal sealed record OnnxTensor
{
    public string Name { get; init; } = "";

    public ImmutableArray<long> Dims { get; init; } = [];

    public ElementType Type { get; init; }

    /// <summary>Raw little-endian data; empty where the data is typed or external.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>Integers kept in typed fields instead of raw data; empty where they are too many to be a shape.</summary>
    public ImmutableArray<long> TypedInts { get; init; } = [];

    public ExternalData? External { get; init; }

    /// <summary>Made by us, so that its data is not in the mapped file.</summary>
    public bool IsBuilt { get; init; }

    /// <summary>The tensor message as read or built.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public long Count => Dims.Aggregate(1L, (product, d) => product * d);

    public long ByteCount => External?.Length ?? Data.Length;

    /// <summary>The values of a small integer tensor, or null where it is not one or lies outside the file.</summary>
    public ImmutableArray<long>? Int64s() => (Type, TypedInts.Length, Data.Length) switch
    {
        (_, > 0, _) => TypedInts,
        (_, _, 0) when Count > 0 => null,
        (ElementType.Int64, _, <= 4096) when External is null => [.. MemoryMarshal.Cast<byte, long>(Data.Span.ToArray())],
        (ElementType.Int32, _, <= 4096) when External is null => [.. MemoryMarshal.Cast<byte, int>(Data.Span.ToArray()).ToArray().Select(i => (long)i)],
        _ => null,
    };

    /// <summary>Whether all numbers are known to be the same.</summary>
    public bool IsUniform => External is null && Count > 0 && Data.Length / Count is > 0 and <= sizeof(long) and var size && Data.Length == Count * size
        && Data.Span[..^(int)size].SequenceEqual(Data.Span[(int)size..]);

    public static OnnxTensor Of(string name, ReadOnlySpan<long> values, params ImmutableArray<long> dims) =>
        Of(name, ElementType.Int64, MemoryMarshal.AsBytes(values), dims);

    public static OnnxTensor Of(string name, ReadOnlySpan<float> values, params ImmutableArray<long> dims) =>
        Of(name, ElementType.Float32, MemoryMarshal.AsBytes(values), dims);

    public static OnnxTensor Of(string name, ElementType type, ReadOnlySpan<byte> data, ImmutableArray<long> dims)
    {
        var writer = new WireWriter();
        foreach (var dim in dims)
        {
            writer.Int64(1, dim);
        }

        writer.Int64(2, (int)type).Text(8, name).Bytes(9, data);
        return new() { Name = name, Type = type, Dims = dims, Data = data.ToArray(), Raw = writer.ToArray(), IsBuilt = true };
    }
}

/// <summary>Where a tensor's data lies outside the model file; <paramref name="Length"/> is -1 for "to the end".</summary>
internal sealed record ExternalData(string Location, long Offset, long Length);

using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Tensors;

/// <summary>A dense array, row-major, little-endian.</summary>
public sealed record Tensor(ElementType Type, ImmutableArray<long> Dims, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>How many values: the product of the dimensions, 1 for a scalar.</summary>
    public long Count => Dims.Aggregate(1L, (product, d) => product * d);

    /// <param name="values">Row-major, as many as the dimensions say.</param>
    public static Tensor Of(ReadOnlySpan<long> values, params ImmutableArray<long> dims) => new(ElementType.Int64, dims, MemoryMarshal.AsBytes(values).ToArray());

    public static Tensor Of(ReadOnlySpan<float> values, params ImmutableArray<long> dims) => new(ElementType.Float32, dims, MemoryMarshal.AsBytes(values).ToArray());

    public static Tensor Of(ReadOnlySpan<double> values, params ImmutableArray<long> dims) => new(ElementType.Float64, dims, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A tensor without values: one of the dimensions is 0.</summary>
    public static Tensor Empty(ElementType type, params ImmutableArray<long> dims) => new(type, dims, default);

    /// <summary>The values as whole numbers, row-major: floats lose their fraction.</summary>
    public long[] ToInt64s() => Type switch
    {
        ElementType.Int64 or ElementType.UInt64 => Cast<long>().ToArray(),
        ElementType.Int32 => Convert(Cast<int>()),
        ElementType.UInt32 => Convert(Cast<uint>()),
        ElementType.Int16 => Convert(Cast<short>()),
        ElementType.UInt16 => Convert(Cast<ushort>()),
        ElementType.Int8 => Convert(Cast<sbyte>()),
        ElementType.UInt8 or ElementType.Bool => Convert(Cast<byte>()),
        _ => [.. ToSingles().Select(f => (long)f)],
    };

    /// <summary>The values in single precision, row-major: whole numbers beyond 2^24 and doubles are rounded.</summary>
    public float[] ToSingles() => Type switch
    {
        ElementType.Float32 => Cast<float>().ToArray(),
        ElementType.Float64 => [.. Cast<double>().ToArray().Select(d => (float)d)],
        ElementType.Float16 => Widened(Cast<Half>()),
        ElementType.BFloat16 => [.. Cast<ushort>().ToArray().Select(u => BitConverter.UInt32BitsToSingle((uint)u << 16))],
        _ => [.. ToInt64s().Select(i => (float)i)],
    };

    /// <summary>The values of a tensor that has to be of one type and shape.</summary>
    /// <exception cref="InvalidDataException">It is of another.</exception>
    public T[] Exactly<T>(ElementType type, params ReadOnlySpan<long> dims)
        where T : unmanaged =>
        Type == type && Dims.AsSpan().SequenceEqual(dims) ? Cast<T>().ToArray() : throw new InvalidDataException($"a tensor of {Type.Label()} [{string.Join(", ", Dims)}] is not the one that is described");

    /// <summary>The same values in another type; integers are cut and floats rounded as C# casts do.</summary>
    public Tensor As(ElementType type) => type == Type ? this : this with { Type = type, Bytes = Encoded(type) };

    private byte[] Encoded(ElementType type) => type switch
    {
        ElementType.Int64 => MemoryMarshal.AsBytes<long>(ToInt64s()).ToArray(),
        ElementType.Int32 => MemoryMarshal.AsBytes<int>([.. ToInt64s().Select(i => (int)i)]).ToArray(),
        ElementType.Int16 => MemoryMarshal.AsBytes<short>([.. ToInt64s().Select(i => (short)i)]).ToArray(),
        ElementType.Int8 or ElementType.UInt8 => [.. ToInt64s().Select(i => (byte)i)],
        ElementType.Bool => [.. ToInt64s().Select(i => i != 0 ? (byte)1 : (byte)0)],
        ElementType.Float32 => MemoryMarshal.AsBytes<float>(ToSingles()).ToArray(),
        ElementType.Float64 => MemoryMarshal.AsBytes<double>([.. ToSingles().Select(f => (double)f)]).ToArray(),
        ElementType.Float16 => MemoryMarshal.AsBytes<Half>([.. ToSingles().Select(f => (Half)f)]).ToArray(),
        _ => throw new NotSupportedException($"no conversion to {type.Label()}"),
    };

    private ReadOnlySpan<T> Cast<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes.Span);

    private static long[] Convert<T>(ReadOnlySpan<T> values) where T : struct, System.Numerics.INumber<T>
    {
        var wide = new long[values.Length];
        TensorPrimitives.ConvertTruncating(values, wide);
        return wide;
    }

    private static float[] Widened(ReadOnlySpan<Half> values)
    {
        var wide = new float[values.Length];
        TensorPrimitives.ConvertToSingle(values, wide);
        return wide;
    }
}

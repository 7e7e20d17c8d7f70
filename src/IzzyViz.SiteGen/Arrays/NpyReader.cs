using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.SiteGen.Arrays;

/// <summary>
/// One array of NumPy (<c>.npy</c>, format 1 to 3): numbers and booleans of either byte order, in C or Fortran order, as a tensor that is
/// little-endian and row-major.
/// </summary>
internal static class NpyReader
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <exception cref="InvalidDataException">The bytes are something else, or not what their header says.</exception>
    public static Tensor Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < 10 || !bytes.StartsWith(Magic))
        {
            throw new InvalidDataException("it does not begin as one.");
        }

        var isShort = bytes[6] == 1;
        var from = isShort ? 10 : 12;
        var length = isShort ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) : bytes.Length < 12 ? 0 : (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (bytes[6] is < 1 or > 3 || length == 0 || length > bytes.Length - from)
        {
            throw new InvalidDataException(bytes[6] is < 1 or > 3 ? $"format {bytes[6]} is not known." : "its header is cut short.");
        }

        var header = NpyHeader.Parse((bytes[6] < 3 ? Encoding.Latin1 : Encoding.UTF8).GetString(bytes.Slice(from, (int)length)));
        return Tensor(header, file[(from + (int)length)..]);
    }

    private static Tensor Tensor(NpyHeader header, ReadOnlyMemory<byte> data)
    {
        var wanted = header.Shape.Aggregate((Int128)header.Size, (product, d) => product * d);
        if (wanted != data.Length)
        {
            throw new InvalidDataException($"shape ({string.Join(", ", header.Shape)}) takes {wanted} bytes and {data.Length} follow.");
        }

        var bytes = header.IsBigEndian ? Swapped(data.Span, header.Size) : data;
        return new(header.Type, header.Shape, header.IsFortran ? RowMajor(bytes.Span, header.Shape, header.Size) : bytes);
    }

    private static byte[] Swapped(ReadOnlySpan<byte> data, int size)
    {
        var swapped = data.ToArray();
        for (var i = 0; i < swapped.Length; i += size)
        {
            swapped.AsSpan(i, size).Reverse();
        }

        return swapped;
    }

    // In Fortran order the first index moves fastest.
    private static byte[] RowMajor(ReadOnlySpan<byte> data, ImmutableArray<long> shape, int size)
    {
        var target = new byte[data.Length];
        var index = new long[shape.Length];
        for (var to = 0; to < data.Length; to += size)
        {
            var (from, stride) = (0L, 1L);
            for (var axis = 0; axis < index.Length; axis++)
            {
                (from, stride) = (from + (index[axis] * stride), stride * shape[axis]);
            }

            data.Slice((int)from * size, size).CopyTo(target.AsSpan(to));
            for (var axis = index.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
            {
                index[axis] = 0;
            }
        }

        return target;
    }
}

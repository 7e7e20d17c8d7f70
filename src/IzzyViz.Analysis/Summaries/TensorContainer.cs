using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;

namespace IzzyViz.Analysis.Summaries;

/// <summary>
/// Named tensors and text in one file, laid out as safetensors: header length (8 bytes, little-endian), JSON header, data.
/// </summary>
internal sealed record TensorContainer(ImmutableSortedDictionary<string, string> Metadata, ImmutableArray<StoredTensor> Tensors)
{
    private const int HeaderLimit = 256 << 20;

    public StoredTensor this[string name] =>
        Tensors.FirstOrDefault(t => t.Name == name) ?? throw new InvalidDataException($"it has no tensor '{name}'");

    public void Write(Stream stream)
    {
        var header = TensorHeader.Write(this);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in Tensors)
        {
            stream.Write(tensor.Data.Span);
        }
    }

    /// <exception cref="EndOfStreamException">The file ends before its data does.</exception>
    /// <exception cref="InvalidDataException">It is another kind of file.</exception>
    public static TensorContainer Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 8)
        {
            throw new EndOfStreamException();
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (length is < 2 or > HeaderLimit || (file.Length > 8 && file.Span[8] != '{'))
        {
            throw new InvalidDataException("it does not begin with a tensor header");
        }

        return length > (ulong)file.Length - 8
            ? throw new EndOfStreamException()
            : Read(file.Slice(8, (int)length), file[(8 + (int)length)..]);
    }

    private static TensorContainer Read(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> data)
    {
        try
        {
            return TensorHeader.Read(header, data);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException("its tensor header cannot be read", e);
        }
    }
}

using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IzzyViz.Analysis.Tensors;

/// <summary>
/// Writes <c>.safetensors</c> of 32-bit floats as the tensors come, however large: room is left for the header, which is written last and filled up with spaces.
/// The data lies in the order of writing, the header in that of names.
/// </summary>
/// <param name="room">Bytes for the header; see <see cref="RoomFor"/>.</param>
public sealed class StreamedSafetensors(Stream stream, int room)
{
    private const int Chunk = 1 << 24;
    private const int LengthBytes = 8;

    private readonly SortedDictionary<string, (ImmutableArray<long> Dims, long Start, long End)> _tensors = new(StringComparer.Ordinal);
    private readonly int _room = (room + 7) & ~7;
    private long _end;

    public int Count => _tensors.Count;

    /// <summary>What a header takes at most, metadata apart.</summary>
    public static int RoomFor(int tensors) => 64 + (tensors * 256);

    /// <param name="parts">How many pieces the values come in.</param>
    /// <param name="part">The values of a piece.</param>
    public void Add(string name, ImmutableArray<long> dims, int parts, TensorPart part)
    {
        stream.Position = LengthBytes + _room + _end;
        var start = _end;
        for (var i = 0; i < parts; i++)
        {
            Write(part(i));
        }

        _tensors[name] = (dims, start, _end);
    }

    private void Write(ReadOnlySpan<float> values)
    {
        for (var written = 0; written < values.Length; written += Chunk)
        {
            stream.Write(MemoryMarshal.AsBytes(values.Slice(written, Math.Min(Chunk, values.Length - written))));
        }

        _end += (long)values.Length * sizeof(float);
    }

    /// <exception cref="InvalidOperationException">The header does not fit into its room.</exception>
    public void Finish(ImmutableSortedDictionary<string, string> metadata)
    {
        var header = Header(metadata);
        if (header.Length > _room)
        {
            throw new InvalidOperationException($"A header of {header.Length} bytes does not fit into {_room}.");
        }

        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, _room);
        stream.Position = 0;
        stream.Write(length);
        stream.Write(header);
        var rest = new byte[_room - header.Length];
        Array.Fill(rest, (byte)' ');
        stream.Write(rest);
        stream.Flush();
    }

    private byte[] Header(ImmutableSortedDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            WriteTensors(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void WriteTensors(Utf8JsonWriter json)
    {
        foreach (var (name, (dims, start, end)) in _tensors)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", "F32");
            SafetensorsWriter.WriteNumbers(json, "shape", dims.AsSpan());
            SafetensorsWriter.WriteNumbers(json, "data_offsets", [start, end]);
            json.WriteEndObject();
        }
    }
}

/// <summary>One piece of a tensor's values, in order.</summary>
public delegate ReadOnlySpan<float> TensorPart(int index);

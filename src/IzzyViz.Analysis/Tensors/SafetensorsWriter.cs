using System.Buffers.Binary;
using System.Text.Json;

namespace IzzyViz.Analysis.Tensors;

/// <summary>Writes <c>.safetensors</c>, tensors in name order, data aligned to eight bytes.</summary>
public static class SafetensorsWriter
{
    public static void Write(string path, Safetensors content)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        Write(stream, content);
    }

    /// <summary>The same content gives the same bytes.</summary>
    public static void Write(Stream stream, Safetensors content)
    {
        var header = Header(content);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in content.Tensors.Values)
        {
            stream.Write(tensor.Bytes.Span);
        }
    }

    private static byte[] Header(Safetensors content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, content);
            WriteTensors(json, content);
            json.WriteEndObject();
        }

        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Safetensors content)
    {
        if (content.Metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject("__metadata__");
        foreach (var (key, value) in content.Metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteTensors(Utf8JsonWriter json, Safetensors content)
    {
        long offset = 0;
        foreach (var (name, tensor) in content.Tensors)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", Safetensors.Types.First(t => t.Type == tensor.Type).Name);
            WriteNumbers(json, "shape", tensor.Dims.AsSpan());
            WriteNumbers(json, "data_offsets", [offset, offset + tensor.Bytes.Length]);
            json.WriteEndObject();
            offset += tensor.Bytes.Length;
        }
    }

    internal static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}

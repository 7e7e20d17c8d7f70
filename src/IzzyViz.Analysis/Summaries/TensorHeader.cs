using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace IzzyViz.Analysis.Summaries;

/// <summary>The JSON part of a <see cref="TensorContainer"/>; padded with spaces so that the data begins at a multiple of 8.</summary>
internal static class TensorHeader
{
    public static byte[] Write(TensorContainer container)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, container.Metadata);
            WriteTensors(json, container.Tensors);
            json.WriteEndObject();
        }

        var padded = new byte[(buffer.WrittenCount + 7) & ~7];
        padded.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(padded);
        return padded;
    }

    public static TensorContainer Read(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> data)
    {
        using var json = JsonDocument.Parse(header);
        var metadata = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var tensors = ImmutableArray.CreateBuilder<StoredTensor>();
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.NameEquals("__metadata__"))
            {
                foreach (var text in property.Value.EnumerateObject())
                {
                    metadata[text.Name] = text.Value.GetString() ?? "";
                }
            }
            else
            {
                tensors.Add(ReadTensor(property, data));
            }
        }

        return tensors.Sum(t => (long)t.Data.Length) == data.Length
            ? new(metadata.ToImmutable(), tensors.ToImmutable())
            : throw new InvalidDataException("it holds more than its header says");
    }

    private static void WriteMetadata(Utf8JsonWriter json, ImmutableSortedDictionary<string, string> metadata)
    {
        json.WriteStartObject("__metadata__");
        foreach (var (name, text) in metadata)
        {
            json.WriteString(name, text);
        }

        json.WriteEndObject();
    }

    private static void WriteTensors(Utf8JsonWriter json, ImmutableArray<StoredTensor> tensors)
    {
        var offset = 0L;
        foreach (var tensor in tensors)
        {
            json.WriteStartObject(tensor.Name);
            json.WriteString("dtype", tensor.Type);
            WriteNumbers(json, "shape", tensor.Shape.AsSpan());
            WriteNumbers(json, "data_offsets", [offset, offset + tensor.Data.Length]);
            json.WriteEndObject();
            offset += tensor.Data.Length;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static StoredTensor ReadTensor(JsonProperty property, ReadOnlyMemory<byte> data)
    {
        var type = property.Value.GetProperty("dtype").GetString() ?? "";
        ImmutableArray<long> shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())];
        long[] offsets = [.. property.Value.GetProperty("data_offsets").EnumerateArray().Select(n => n.GetInt64())];
        if (offsets is not [>= 0, var end] || end < offsets[0] || shape.Any(n => n < 0) || Bytes(type, shape) != end - offsets[0])
        {
            throw new InvalidDataException($"its tensor '{property.Name}' has a size that is not its shape's");
        }

        return end > data.Length ? throw new EndOfStreamException() : new(property.Name, type, shape, data[(int)offsets[0]..(int)end]);
    }

    // A made-up shape may multiply to anything: few, bounded factors in 128 bits cannot overflow.
    private static Int128 Bytes(string type, ImmutableArray<long> shape) =>
        shape.Take(4).Aggregate((Int128)StoredTensor.Width(type), (size, n) => size * Math.Min(n, int.MaxValue));
}

using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;

namespace IzzyViz.Analysis.Tensors;

/// <summary>Reads <c>.safetensors</c>: eight bytes of header length, a JSON header, then the data.</summary>
public static class SafetensorsReader
{
    private const int LargestHeader = 100_000_000;

    /// <exception cref="InvalidDataException">The file is not what its header says.</exception>
    public static Safetensors Read(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path).AsMemory());
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"{path} is not a safetensors file: {e.Message}", e);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are of another kind, or not what their header says.</exception>
    /// <exception cref="EndOfStreamException">They end before the data does.</exception>
    public static Safetensors Read(ReadOnlyMemory<byte> file)
    {
        var length = file.Length >= 8 ? BinaryPrimitives.ReadInt64LittleEndian(file.Span) : throw new EndOfStreamException("it is cut short");
        if (length is < 2 or > LargestHeader || (file.Length > 8 && file.Span[8] != '{'))
        {
            throw new InvalidDataException("it does not begin with a tensor header");
        }

        return length > file.Length - 8
            ? throw new EndOfStreamException("it is cut short")
            : Read(file.Slice(8, (int)length), file[(8 + (int)length)..]);
    }

    private static Safetensors Read(ReadOnlyMemory<byte> text, ReadOnlyMemory<byte> data)
    {
        try
        {
            using var header = JsonDocument.Parse(text);
            return Read(header.RootElement, data);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException("its tensor header cannot be read", e);
        }
    }

    private static Safetensors Read(JsonElement header, ReadOnlyMemory<byte> data)
    {
        var tensors = ImmutableSortedDictionary.CreateBuilder<string, Tensor>(StringComparer.Ordinal);
        var metadata = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in header.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                metadata.AddRange(entry.Value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString() ?? "")));
            }
            else
            {
                tensors[entry.Name] = Tensor(entry, data);
            }
        }

        return tensors.Values.Sum(t => (long)t.Bytes.Length) == data.Length
            ? new(tensors.ToImmutable(), metadata.ToImmutable())
            : throw new InvalidDataException("it holds more than its header says");
    }

    private static Tensor Tensor(JsonProperty entry, ReadOnlyMemory<byte> data)
    {
        var name = entry.Value.GetProperty("dtype").GetString();
        var type = Safetensors.Types.FirstOrDefault(t => t.Name == name).Type;
        var dims = entry.Value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()).ToImmutableArray();
        var offsets = entry.Value.GetProperty("data_offsets");
        var (start, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var elements = dims.Take(6).Aggregate((Int128)1, (product, d) => product * Math.Min(d, int.MaxValue / 1024));
        if (offsets.GetArrayLength() != 2 || start < 0 || end < start || dims.Any(d => d < 0) || elements * Onnx.ElementTypes.Size(type) != end - start)
        {
            throw new InvalidDataException($"its tensor '{entry.Name}' of type {name} does not fit its place in the file");
        }

        return end > data.Length ? throw new EndOfStreamException("it is cut short") : new(type, dims, data[(int)start..(int)end]);
    }
}

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
        var file = File.ReadAllBytes(path).AsMemory();
        var length = file.Length >= 8 ? BinaryPrimitives.ReadInt64LittleEndian(file.Span) : -1;
        if (length is < 2 or > LargestHeader || length > file.Length - 8)
        {
            throw new InvalidDataException($"{path} is not a safetensors file: its header does not fit");
        }

        try
        {
            using var header = JsonDocument.Parse(file.Slice(8, (int)length));
            return Read(header.RootElement, file[(8 + (int)length)..]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"{path} is not a safetensors file: {e.Message}", e);
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

        return new(tensors.ToImmutable(), metadata.ToImmutable());
    }

    private static Tensor Tensor(JsonProperty entry, ReadOnlyMemory<byte> data)
    {
        var name = entry.Value.GetProperty("dtype").GetString();
        var type = Safetensors.Types.FirstOrDefault(t => t.Name == name).Type;
        var dims = entry.Value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()).ToImmutableArray();
        var offsets = entry.Value.GetProperty("data_offsets");
        var (start, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var elements = dims.Aggregate(1m, (product, d) => product * d);
        if (start < 0 || end < start || end > data.Length || elements * Onnx.ElementTypes.Size(type) != end - start)
        {
            throw new InvalidDataException($"tensor '{entry.Name}' of type {name} does not fit its place in the file");
        }

        return new(type, dims, data[(int)start..(int)end]);
    }
}

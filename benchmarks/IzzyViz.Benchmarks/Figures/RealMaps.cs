using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;
using IzzyViz.Testing;

namespace IzzyViz.Benchmarks.Figures;

/// <summary>Attention of a trained model over one text, where its reference values lie beside the repository.</summary>
internal static class RealMaps
{
    public static ImmutableArray<AttentionMap> Load(string model, string text)
    {
        if ((Environment.GetEnvironmentVariable("IZZYVIZ_SHARED") ?? Repository.Shared) is not { } shared)
        {
            return [];
        }

        var folder = Path.Combine(shared, "models", model);
        var file = File.ReadAllBytes(Path.Combine(folder, "goldens.safetensors"));
        var headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        var data = file.AsMemory(8 + headerLength);
        var vocabulary = File.ReadAllLines(Path.Combine(folder, "vocab.txt"));
        var ids = MemoryMarshal.Cast<byte, long>(Tensor(header, data, $"ids.{text}").Span).ToArray();
        var axes = SampleMaps.Axes(SampleMaps.Labelled([.. ids.Select(id => vocabulary[id])]), isCausal: false);
        return
        [
            .. header.RootElement.EnumerateObject()
                .Select(p => p.Name.Split('.'))
                .Where(n => n is ["encoder", _, var id] && id == text)
                .SelectMany(n => Heads(int.Parse(n[1], CultureInfo.InvariantCulture), axes, Tensor(header, data, string.Join('.', n)))),
        ];
    }

    private static IEnumerable<AttentionMap> Heads(int layer, AttentionAxes axes, ReadOnlyMemory<byte> tensor)
    {
        var weights = MemoryMarshal.Cast<byte, float>(tensor.Span).ToArray();
        return weights.Chunk(axes.Queries.Count * axes.Keys.Count)
            .Select((head, i) => new AttentionMap(new(Analysis.Models.AttentionKind.Encoder, layer, i), axes, head));
    }

    private static ReadOnlyMemory<byte> Tensor(JsonDocument header, ReadOnlyMemory<byte> data, string name)
    {
        var range = header.RootElement.GetProperty(name).GetProperty("data_offsets");
        return data[range[0].GetInt32()..range[1].GetInt32()];
    }
}

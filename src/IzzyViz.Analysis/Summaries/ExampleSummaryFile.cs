using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using IzzyViz.Analysis.Captures;

namespace IzzyViz.Analysis.Summaries;

/// <summary>
/// An example's summary as bytes: length of the JSON (int32, little endian), the JSON, then float32 values: for each module
/// its statistics <c>[head, statistic]</c> and, where maps are kept, its weights <c>[head, query, key]</c>.
/// </summary>
public static class ExampleSummaryFile
{
    public static byte[] Write(ExampleSummary summary)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(ToStored(summary), StoredExampleJson.Default.StoredExample);
        var numbers = summary.Modules.Sum(m => m.Statistics.Sum(h => (long)h.Length) + m.Maps.Sum(map => (long)map.Weights.Length));
        var bytes = new byte[sizeof(int) + json.Length + (numbers * sizeof(float))];
        using var stream = new MemoryStream(bytes);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        stream.Write(length);
        stream.Write(json);
        foreach (var module in summary.Modules)
        {
            WriteNumbers(stream, module);
        }

        return bytes;
    }

    /// <summary>Null where the bytes are not of this form.</summary>
    public static ExampleSummary? Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < sizeof(int) || BinaryPrimitives.ReadInt32LittleEndian(bytes.Span) is var length && (length < 0 || length > bytes.Length - sizeof(int)))
        {
            return null;
        }

        try
        {
            var stored = JsonSerializer.Deserialize(bytes.Span.Slice(sizeof(int), length), StoredExampleJson.Default.StoredExample);
            return stored is null ? null : FromStored(stored, new NumberReader(bytes[(sizeof(int) + length)..]));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StoredExample ToStored(ExampleSummary summary) =>
        new(summary.ExampleId, summary.Source, summary.Target, summary.Outputs, [.. summary.Modules.Select(m => new StoredModule(
            m.Module,
            m.Check,
            ReferenceEquals(m.Axes.Queries, summary.Target),
            ReferenceEquals(m.Axes.Keys, summary.Target),
            m.Axes.Mask.ToBase64(),
            m.Statistics.IsEmpty ? 0 : m.Statistics[0].Length,
            !m.Maps.IsEmpty))]);

    private static void WriteNumbers(MemoryStream stream, ModuleSummary module)
    {
        foreach (var head in module.Statistics)
        {
            stream.Write(MemoryMarshal.AsBytes<float>(head.Select(v => (float)v).ToArray()));
        }

        foreach (var map in module.Maps)
        {
            stream.Write(MemoryMarshal.AsBytes(map.Weights.Span));
        }
    }

    private static ExampleSummary? FromStored(StoredExample stored, NumberReader numbers)
    {
        var modules = stored.Modules.Select(m => FromStored(m, stored, numbers)).ToImmutableArray();
        return numbers.IsAtEnd && !numbers.IsShort
            ? new() { ExampleId = stored.ExampleId, Source = stored.Source, Target = stored.Target, Outputs = stored.Outputs, Modules = modules }
            : null;
    }

    private static ModuleSummary FromStored(StoredModule stored, StoredExample example, NumberReader numbers)
    {
        var queries = stored.QueriesAreTarget ? example.Target! : example.Source;
        var keys = stored.KeysAreTarget ? example.Target! : example.Source;
        var axes = new AttentionAxes(queries, keys, AttentionMask.FromBase64(queries.Count, keys.Count, stored.Mask));
        var statistics = Enumerable.Range(0, stored.Module.Heads).Select(_ => numbers.TakeDoubles(stored.Statistics)).ToImmutableArray();
        var maps = !stored.HasMaps ? [] : Enumerable.Range(0, stored.Module.Heads)
            .Select(h => new AttentionMap(new(stored.Module.Kind, stored.Module.Layer, h), axes, numbers.Take(queries.Count * keys.Count)))
            .ToImmutableArray();
        return new() { Module = stored.Module, Axes = axes, Check = stored.Check, Statistics = statistics, Maps = maps };
    }

    /// <summary>Hands out float32 values in order; asking for more than there are gives zeros and is remembered.</summary>
    private sealed class NumberReader(ReadOnlyMemory<byte> bytes)
    {
        private int _position;

        public bool IsShort { get; private set; }

        public bool IsAtEnd => _position == bytes.Length;

        public ReadOnlyMemory<float> Take(int count)
        {
            var size = count * sizeof(float);
            if (IsShort || size > bytes.Length - _position)
            {
                IsShort = true;
                return ReadOnlyMemory<float>.Empty;
            }

            var values = MemoryMarshal.Cast<byte, float>(bytes.Span.Slice(_position, size)).ToArray();
            _position += size;
            return values;
        }

        public ImmutableArray<double> TakeDoubles(int count) => [.. Take(count).ToArray().Select(v => (double)v)];
    }
}

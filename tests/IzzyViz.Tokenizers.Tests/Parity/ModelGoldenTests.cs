using System.Buffers.Binary;
using System.Text.Json;

namespace IzzyViz.Tokenizers.Tests.Parity;

/// <summary>Real models' folders against the goldens that lie with them.</summary>
public sealed class ModelGoldenTests
{
    public static TheoryData<string> Models => SharedData.Shared is { } shared && Directory.Exists(Path.Combine(shared, "models"))
        ? [.. Directory.GetDirectories(Path.Combine(shared, "models")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)]
        : [""];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_text_has_the_golden_tokens(string model)
    {
        Assert.SkipWhen(model.Length == 0, "the models are not beside the repository");
        var folder = Path.Combine(SharedData.Shared!, "models", model);
        var tokenizer = HuggingFaceTokenizer.Load(folder);
        var tensors = Tensors(Path.Combine(folder, "goldens.safetensors"));
        foreach (var line in File.ReadLines(Path.Combine(folder, "texts.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var (id, text) = (json.RootElement.GetProperty("id").GetString(), json.RootElement.GetProperty("text").GetString()!);
            var encoding = tokenizer.Encode(text, json.RootElement.TryGetProperty("pair", out var pair) ? pair.GetString() : null);
            Assert.Equal(tensors[$"ids.{id}"], encoding.Ids);
            Assert.Equal(tensors[$"offsets.{id}"], encoding.CodePointOffsets.SelectMany(o => new[] { o.Start, o.End }));
            Assert.Equal(tensors[$"special.{id}"], encoding.SpecialTokensMask);
            Assert.Equal(tensors[$"types.{id}"], encoding.TypeIds);
        }
    }

    /// <summary>The integer tensors of a safetensors file.</summary>
    private static Dictionary<string, int[]> Tensors(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var header = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        using var json = JsonDocument.Parse(bytes.AsMemory(8, header));
        return json.RootElement.EnumerateObject().Where(t => t.Value.TryGetProperty("dtype", out var type) && type.GetString()![0] is 'I' or 'U' or 'B')
            .ToDictionary(t => t.Name, t => Integers(t.Value, bytes.AsSpan(8 + header)));
    }

    private static int[] Integers(JsonElement tensor, ReadOnlySpan<byte> data)
    {
        var range = tensor.GetProperty("data_offsets");
        var slice = data[range[0].GetInt32()..range[1].GetInt32()];
        var size = tensor.GetProperty("dtype").GetString() switch { "I64" => 8, "I32" => 4, _ => 1 };
        var values = new int[slice.Length / size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = size == 1 ? slice[i] : BinaryPrimitives.ReadInt32LittleEndian(slice[(i * size)..]);
        }

        return values;
    }
}

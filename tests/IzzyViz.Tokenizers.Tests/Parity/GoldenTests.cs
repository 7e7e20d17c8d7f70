using System.Text.Json;
using IzzyViz.Testing;

namespace IzzyViz.Tokenizers.Tests.Parity;

/// <summary>Small tokenizers of every kind against what the reference said of them; Goldens/make-goldens.mjs writes both.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.TestFolder(typeof(GoldenTests).Assembly), "Goldens");

    [Theory]
    [MemberData(nameof(Names))]
    public void Encoding_equals_the_reference(string name)
    {
        using var golden = Open(name, out var tokenizer);
        foreach (var expected in Cases(golden))
        {
            var actual = Encode(tokenizer, expected);
            Equal(actual.Ids, expected, "ids");
            Equal(actual.CodePointOffsets.SelectMany(o => new[] { o.Start, o.End }), expected, "offsets");
            Equal(actual.TypeIds, expected, "types");
            Equal(actual.SpecialTokensMask, expected, "mask");
            Equal(actual.AttentionMask, expected, "attention");
            Equal(actual.WordIds.Select(w => w ?? -1), expected, "words");
            Equal(actual.SequenceIds.Select(s => s ?? -1), expected, "segments");
            Assert.Equal(expected.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!), actual.Tokens);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Windows_equal_the_reference(string name)
    {
        using var golden = Open(name, out var tokenizer);
        foreach (var expected in Cases(golden))
        {
            var windows = expected.GetProperty("windows").EnumerateArray().Select(w => string.Join(' ', w.EnumerateArray()));
            Assert.Equal(windows, Encode(tokenizer, expected).Overflowing.Select(w => string.Join(' ', w.Ids)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decoding_equals_the_reference(string name)
    {
        using var golden = Open(name, out var tokenizer);
        foreach (var expected in Cases(golden).Where(c => c.TryGetProperty("text", out _)))
        {
            var ids = expected.GetProperty("ids").EnumerateArray().Select(i => i.GetInt32()).ToList();
            Assert.Equal(expected.GetProperty("text").GetString(), tokenizer.Decode(ids, skipSpecialTokens: false));
            Assert.Equal(expected.GetProperty("clean").GetString(), tokenizer.Decode(ids, skipSpecialTokens: true));
        }
    }

    private static JsonDocument Open(string name, out HuggingFaceTokenizer tokenizer)
    {
        var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        tokenizer = Tokenizers.Load(golden.RootElement.GetProperty("tokenizer").GetRawText(), name);
        return golden;
    }

    private static JsonElement.ArrayEnumerator Cases(JsonDocument golden) => golden.RootElement.GetProperty("cases").EnumerateArray();

    private static Encoding Encode(HuggingFaceTokenizer tokenizer, JsonElement c) => tokenizer.Encode(
        c.GetProperty("a").GetString()!,
        c.TryGetProperty("b", out var pair) ? pair.GetString() : null,
        new()
        {
            AddSpecialTokens = c.GetProperty("special").GetBoolean(),
            Truncation = !c.TryGetProperty("cut", out var cut) ? null : new()
            {
                MaxLength = cut.GetProperty("max_length").GetInt32(),
                Strategy = Enum.Parse<TruncationStrategy>(cut.GetProperty("strategy").GetString()!),
                Side = Enum.Parse<Side>(cut.GetProperty("direction").GetString()!),
                Stride = cut.GetProperty("stride").GetInt32(),
            },
        });

    private static void Equal(IEnumerable<int> actual, JsonElement expected, string part)
    {
        var wanted = expected.GetProperty(part).EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? -1 : v.GetInt32()).ToList();
        Assert.True(wanted.SequenceEqual(actual), $"{part} of {expected.GetProperty("a")}: expected {string.Join(' ', wanted)}, got {string.Join(' ', actual)} in {expected}");
    }
}

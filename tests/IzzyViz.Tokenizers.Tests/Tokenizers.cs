using IzzyViz.Testing;

namespace IzzyViz.Tokenizers.Tests;

/// <summary>Tokenizers for tests, from JSON written in the test or from the goldens.</summary>
internal static class Tokenizers
{
    public static HuggingFaceTokenizer Load(string json, string name = "tokenizer.json")
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        return HuggingFaceTokenizer.Load(stream, name);
    }

    public static HuggingFaceTokenizer Golden(string name)
    {
        var path = Path.Combine(Repository.TestFolder(typeof(Tokenizers).Assembly), "Goldens", name + ".json");
        using var golden = System.Text.Json.JsonDocument.Parse(File.ReadAllText(path));
        return Load(golden.RootElement.GetProperty("tokenizer").GetRawText(), name);
    }

    /// <summary>A word-level tokenizer over a few words, with the parts a test wants.</summary>
    public static HuggingFaceTokenizer Words(string parts, string words = "a b c")
    {
        var entries = string.Join(',', words.Split(' ').Select((w, i) => $"\"{w}\":{i + 1}"));
        return Load("{\"version\":\"1.0\"," + parts + "\"model\":{\"type\":\"WordLevel\",\"unk_token\":\"?\",\"vocab\":{\"?\":0," + entries + "}}}");
    }

    /// <summary>The pieces a Split pre-tokenizer with this pattern cuts a text into.</summary>
    public static string[] Pieces(string pattern, string text, string behavior = "Isolated")
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(pattern);
        var tokenizer = Words($$"""
            "pre_tokenizer":{"type":"Split","pattern":{"Regex":{{quoted}}},"behavior":"{{behavior}}","invert":false},
            """);
        return [.. tokenizer.Encode(text).Offsets.Select(o => text[o.Start..o.End])];
    }
}

using System.Text.Json;

namespace IzzyViz.Tokenizers.Tests.Parity;

/// <summary>What the reference says of one text, next to what we say.</summary>
internal static class Answer
{
    /// <summary>Null where both agree, else a description of the difference.</summary>
    public static string? Compare(Func<Encoding> encode, JsonElement expected, string text)
    {
        Encoding? actual = null;
        try
        {
            actual = encode();
        }
        catch (TokenizerException)
        {
        }

        if (expected.TryGetProperty("err", out _) || actual is null)
        {
            return (actual is null) == expected.TryGetProperty("err", out _) ? null : $"error {expected} for {JsonSerializer.Serialize(text)}";
        }

        return Difference(actual, expected, text);
    }

    private static string? Difference(Encoding actual, JsonElement expected, string text)
    {
        var offsets = actual.CodePointOffsets.SelectMany(o => new[] { o.Start, o.End });
        return Same(actual.Ids, expected, "i") && Same(offsets, expected, "o") && Same(actual.TypeIds, expected, "t")
            && Same(actual.SpecialTokensMask, expected, "s") && (!expected.TryGetProperty("n", out var n) || n.GetInt32() == actual.Overflowing.Length)
            ? null
            : $"{JsonSerializer.Serialize(text)}\n  expected {expected}\n  actual {string.Join(',', actual.Ids)} | {string.Join(',', offsets)} | {actual.Overflowing.Length}";
    }

    private static bool Same(IEnumerable<int> actual, JsonElement expected, string name) =>
        !expected.TryGetProperty(name, out var values) || values.EnumerateArray().Select(v => v.GetInt32()).SequenceEqual(actual);
}

using System.Text.Json;

namespace IzzyViz.Tokenizers.Tests.Parity;

/// <summary>Every fixture on every string against the reference's answers: ids, offsets, types, masks, windows.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Fixtures => [.. SharedData.Fixtures];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_answer_equals_the_reference(string fixture)
    {
        Assert.SkipWhen(SharedData.Folder is null, "the parity data is not beside the repository");
        using var json = SharedData.Unzip($"fixtures/{fixture}.json.gz");
        var tokenizer = HuggingFaceTokenizer.Load(json, fixture);
        using var reference = SharedData.Open($"reference/{fixture}.json.gz");
        var differences = Differences(tokenizer, reference.RootElement).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences, first: {differences.FirstOrDefault()}");
    }

    internal static IEnumerable<string> Differences(HuggingFaceTokenizer tokenizer, JsonElement reference) =>
        Single(tokenizer, reference).Concat(Plain(tokenizer, reference)).Concat(Pairs(tokenizer, reference)).Concat(Cut(tokenizer, reference)).OfType<string>();

    private static IEnumerable<string?> Single(HuggingFaceTokenizer tokenizer, JsonElement reference) =>
        reference.GetProperty("single").EnumerateArray().Select((x, i) => Answer.Compare(() => tokenizer.Encode(SharedData.Corpus[i]), x, SharedData.Corpus[i]));

    private static IEnumerable<string?> Plain(HuggingFaceTokenizer tokenizer, JsonElement reference) =>
        reference.GetProperty("plain").EnumerateArray().Select((x, i) => Answer.Compare(
            () => tokenizer.Encode(SharedData.Corpus[i * 4], options: new() { AddSpecialTokens = false }), x, SharedData.Corpus[i * 4]));

    private static IEnumerable<string?> Pairs(HuggingFaceTokenizer tokenizer, JsonElement reference) =>
        reference.GetProperty("pair").EnumerateArray().Select((x, i) => Answer.Compare(() => tokenizer.Encode(First(i), Second(i)), x, First(i) + "\n" + Second(i)));

    private static IEnumerable<string?> Cut(HuggingFaceTokenizer tokenizer, JsonElement reference) =>
        reference.GetProperty("trunc").EnumerateArray().SelectMany(setting =>
        {
            var options = new EncodeOptions { Truncation = Truncation(setting) };
            var pairs = options.Truncation.Stride == 0;
            return setting.GetProperty("r").EnumerateArray().Select((x, i) => Answer.Compare(
                () => tokenizer.Encode(First(i), pairs && i % 2 == 1 ? Second(i) : null, options), x, $"{options.Truncation} {First(i)}\n{Second(i)}"));
        });

    private static TruncationOptions Truncation(JsonElement setting) => new()
    {
        MaxLength = setting.GetProperty("ml").GetInt32(),
        Strategy = setting.GetProperty("strat").GetString() == "longest_first" ? TruncationStrategy.LongestFirst : TruncationStrategy.OnlyFirst,
        Side = setting.GetProperty("dirn").GetString() == "left" ? Side.Left : Side.Right,
        Stride = setting.GetProperty("stride").GetInt32(),
    };

    private static string First(int i) => SharedData.Corpus[(i * 37 + 11) % SharedData.Corpus.Length];

    private static string Second(int i) => SharedData.Corpus[(i * 91 + 5) % SharedData.Corpus.Length];
}

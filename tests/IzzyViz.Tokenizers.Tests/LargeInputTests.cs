namespace IzzyViz.Tokenizers.Tests;

/// <summary>Long and odd texts get an answer.</summary>
public sealed class LargeInputTests
{
    public static TheoryData<string> Names => ["wordpiece-bert", "bpe-gpt2", "bpe-llama2", "unigram-t5"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_line_of_a_million_letters_is_encoded(string name)
    {
        var tokenizer = Tokenizers.Golden(name);
        var text = string.Concat(Enumerable.Repeat("abcdefghij", 100_000));
        Assert.Equal(text.Length, tokenizer.Encode(text).Offsets.Max(o => o.End));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_million_spaces_are_encoded(string name) => Assert.NotNull(Tokenizers.Golden(name).Encode(new string(' ', 1_000_000)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Half_a_surrogate_pair_is_read_as_the_replacement_character(string name)
    {
        var tokenizer = Tokenizers.Golden(name);
        Assert.Equal(tokenizer.Encode("a\uFFFDb").Ids, tokenizer.Encode("a\uD83Db").Ids);
    }

    [Fact]
    public void Thousands_of_normalizers_are_refused_however_they_lie_in_each_other()
    {
        var step = "{\"type\":\"Prepend\",\"prepend\":\"x\"}";
        var steps = string.Join(',', Enumerable.Repeat(step, 40));
        var nested = string.Join(',', Enumerable.Repeat($"{{\"type\":\"Sequence\",\"normalizers\":[{steps}]}}", 40));

        AssertRefused("normalizer Sequence", "1000 steps", $"\"normalizer\":{{\"type\":\"Sequence\",\"normalizers\":[{nested}]}},");
    }

    [Theory]
    [InlineData(1, 1_000_001)]
    [InlineData(2000, 501)]
    public void Added_tokens_of_millions_of_characters_are_refused(int count, int length)
    {
        var tokens = Enumerable.Range(0, count).Select(i => $"{{\"id\":{i},\"content\":\"{i.ToString().PadLeft(length, 'x')}\",\"special\":true,\"single_word\":false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false}}");

        AssertRefused("added tokens", "1000000 characters", $"\"added_tokens\":[{string.Join(',', tokens)}],");
    }

    [Fact]
    public void Settings_of_a_million_values_are_refused() =>
        AssertRefused("JSON", "1000000 values", $"\"notes\":[{string.Join(',', Enumerable.Repeat("0", 1_000_000))}],");

    [Fact]
    public void Positions_count_utf16_and_code_points()
    {
        var encoding = Tokenizers.Words("\"pre_tokenizer\":{\"type\":\"WhitespaceSplit\"},").Encode("🤗 a");
        Assert.Equal([new(0, 2), new(3, 4)], encoding.Offsets);
        Assert.Equal([new(0, 1), new(2, 3)], encoding.CodePointOffsets);
    }

    private static void AssertRefused(string component, string problem, string parts)
    {
        var error = Assert.Throws<TokenizerException>(() => Tokenizers.Words(parts));
        Assert.Equal(component, error.Component);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }
}

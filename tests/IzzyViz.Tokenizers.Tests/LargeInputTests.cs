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
    public void Positions_count_utf16_and_code_points()
    {
        var encoding = Tokenizers.Words("\"pre_tokenizer\":{\"type\":\"WhitespaceSplit\"},").Encode("🤗 a");
        Assert.Equal([new(0, 2), new(3, 4)], encoding.Offsets);
        Assert.Equal([new(0, 1), new(2, 3)], encoding.CodePointOffsets);
    }
}

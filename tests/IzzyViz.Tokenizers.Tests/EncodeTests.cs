namespace IzzyViz.Tokenizers.Tests;

/// <summary>Words given ready, padding, batches and the abstract base class.</summary>
public sealed class EncodeTests
{
    [Fact]
    public void Words_given_ready_keep_their_number_and_positions()
    {
        var encoding = Tokenizers.Golden("wordpiece-bert").EncodeWords(["the", "tokenss", "cat"]);
        Assert.Equal([null, 0, 1, 1, 2, null], encoding.WordIds);
        Assert.Equal([new(0, 0), new(0, 3), new(0, 6), new(6, 7), new(0, 3), new(0, 0)], encoding.Offsets);
        Assert.Equal([null, 0, 0, 0, 0, null], encoding.SequenceIds);
    }

    [Fact]
    public void Running_text_numbers_its_words()
    {
        var encoding = Tokenizers.Golden("wordpiece-bert").Encode("the tokenss", "cat");
        Assert.Equal([null, 0, 1, 1, null, 0, null], encoding.WordIds);
        Assert.Equal([null, 0, 0, 0, null, 1, null], encoding.SequenceIds);
    }

    [Theory]
    [InlineData(Side.Right, "2 5 3 0 0", "1 1 1 0 0")]
    [InlineData(Side.Left, "0 0 2 5 3", "0 0 1 1 1")]
    public void Padding_fills_up(Side side, string ids, string mask)
    {
        var encoding = Tokenizers.Golden("wordpiece-bert").Encode("the", options: new() { Padding = new() { Length = 4, MultipleOf = 5, Side = side } });
        Assert.Equal(ids, string.Join(' ', encoding.Ids));
        Assert.Equal(mask, string.Join(' ', encoding.AttentionMask));
        Assert.Equal(side == Side.Right ? [null, 0, null, null, null] : [null, null, null, 0, null], encoding.SequenceIds);
    }

    [Fact]
    public void A_batch_is_padded_to_its_longest_member()
    {
        var batch = Tokenizers.Golden("wordpiece-bert").EncodeBatch(["the", "the cat sat"], new() { Padding = new() });
        Assert.All(batch, e => Assert.Equal(5, e.Count));
        Assert.Equal("[PAD]", batch[0].Tokens[^1]);
    }

    [Fact]
    public void The_files_truncation_and_padding_are_offered_and_not_applied()
    {
        var tokenizer = Tokenizers.Words("""
            "truncation":{"direction":"Left","max_length":1,"strategy":"OnlyFirst","stride":0},
            "padding":{"strategy":{"Fixed":8},"direction":"Left","pad_to_multiple_of":null,"pad_id":3,"pad_type_id":0,"pad_token":"c"},
            "pre_tokenizer":{"type":"WhitespaceSplit"},
            """);
        Assert.Equal([1, 2], tokenizer.Encode("a b").Ids);
        Assert.Equal(new TruncationOptions { MaxLength = 1, Side = Side.Left, Strategy = TruncationStrategy.OnlyFirst }, tokenizer.FileTruncation);
        var padded = tokenizer.Encode("a b", options: new() { Truncation = tokenizer.FileTruncation, Padding = tokenizer.FilePadding });
        Assert.Equal([3, 3, 3, 3, 3, 3, 3, 2], padded.Ids);
    }

    [Fact]
    public void It_is_a_tokenizer_of_microsoft_ml()
    {
        Microsoft.ML.Tokenizers.Tokenizer tokenizer = Tokenizers.Golden("bpe-gpt2");
        Assert.Equal(tokenizer.EncodeToIds(" the cat").Count, tokenizer.CountTokens(" the cat"));
        Assert.Equal(" the cat", tokenizer.Decode(tokenizer.EncodeToIds(" the cat")));
        Assert.Equal(4..8, tokenizer.EncodeToTokens(" the cat", out _)[1].Offset);
        Assert.Single(tokenizer.EncodeToIds(" the cat", maxTokenCount: 1, out _, out var used));
        Assert.Equal(4, used);
    }
}

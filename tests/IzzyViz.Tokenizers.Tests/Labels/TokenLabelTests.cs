namespace IzzyViz.Tokenizers.Tests.Labels;

/// <summary>What people read for tokens.</summary>
public sealed class TokenLabelTests
{
    [Fact]
    public void Byte_level_tokens_show_text_and_lone_bytes()
    {
        var tokenizer = Tokenizers.Golden("bpe-gpt2");
        Assert.Equal(["·the", "·cat", "⏎", "⟨F0⟩", "⟨9F⟩", "⟨A4⟩", "⟨97⟩"], Labels(tokenizer, " the cat\n🤗"));
        Assert.Equal(["<|endoftext|>"], Labels(tokenizer, "<|endoftext|>"));
    }

    [Fact]
    public void Word_pieces_show_that_they_continue()
    {
        var labels = Labels(Tokenizers.Golden("wordpiece-bert"), "tokenss");
        Assert.Equal("[CLS]", labels[0]);
        Assert.Equal("tokens", labels[1]);
        Assert.Equal("‑s", labels[2]);
    }

    [Fact]
    public void Metaspace_tokens_show_spaces_and_bytes() =>
        Assert.Equal(["<s>", "·the", "·cat", "·", "⟨E2⟩", "⟨82⟩", "⟨AC⟩"], Labels(Tokenizers.Golden("bpe-llama2"), "the cat €"));

    [Fact]
    public void An_unknown_piece_shows_the_unknown_token() =>
        Assert.Equal(["·", "<unk>", "</s>"], Labels(Tokenizers.Golden("unigram-t5"), "€"));

    [Theory]
    [InlineData("", "∅")]
    [InlineData("a b\t\r\n", "a·b⇥␍⏎")]
    [InlineData("\u0000\u200F\u00A0", "⟨U+0000⟩⟨U+200F⟩⟨U+00A0⟩")]
    [InlineData("\u0301", "◌\u0301")]
    [InlineData("👩\u200D🦰\u2764\uFE0F", "👩\u200D🦰\u2764\uFE0F")]
    [InlineData("\u200Dx", "⟨U+200D⟩x")]
    [InlineData("\U000E0041", "⟨U+E0041⟩")]
    public void Every_character_is_visible(string text, string expected) => Assert.Equal(expected, TokenLabel.Visible(text));

    private static string[] Labels(HuggingFaceTokenizer tokenizer, string text) => [.. TokenLabel.Of(tokenizer, tokenizer.Encode(text))];
}

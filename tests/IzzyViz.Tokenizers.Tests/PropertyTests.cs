using CsCheck;

namespace IzzyViz.Tokenizers.Tests;

/// <summary>What holds for any text.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Clusters =
        ["the ", "cat", " ", "  ", "\n", "é", "e\u0301", "🤗", "👩‍👩‍👧", "東京", "가", "שלום", "1234", "[MASK]", "<mask>", "<s>", "'s", "!", "\u200B", "\u0000", "𝒳", "ﬁ", "_", "▁"];

    public static TheoryData<string> Names =>
        ["wordpiece-bert", "wordpiece-cased", "bpe-gpt2", "bpe-roberta", "bpe-clip", "bpe-llama3", "bpe-llama2", "bpe-unknown", "unigram-t5", "unigram-bytes", "wordlevel-flags"];

    private static Gen<string> Texts => Gen.Int[0, Clusters.Length - 1].Select(i => Clusters[i]).Array[0, 12].Select(c => string.Concat(c));

    [Theory]
    [MemberData(nameof(Names))]
    public void Offsets_stay_inside_the_text_and_never_step_back(string name)
    {
        var tokenizer = Tokenizers.Golden(name);
        Texts.Sample(text =>
        {
            var last = 0;
            foreach (var (span, _) in FromText(tokenizer.Encode(text)).Where(t => t.Span.Length > 0))
            {
                Assert.InRange(span.Start, last, span.End);
                Assert.InRange(span.End, 0, text.Length);
                last = span.Start;
            }
        }, iter: 300);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Plain_mode_is_special_mode_without_the_special_tokens(string name)
    {
        var tokenizer = Tokenizers.Golden(name);
        Texts.Sample(text =>
        {
            var special = tokenizer.Encode(text);
            var plain = tokenizer.Encode(text, options: new() { AddSpecialTokens = false });
            Assert.Equal(special.Ids.Where((_, i) => special.SpecialTokensMask[i] == 0), plain.Ids);
        }, iter: 300);
    }

    [Theory]
    [InlineData("bpe-gpt2")]
    [InlineData("bpe-llama3")]
    [InlineData("bpe-llama2")]
    [InlineData("unigram-bytes")]
    public void Source_spans_cover_every_visible_character(string name)
    {
        var tokenizer = Tokenizers.Golden(name);
        Texts.Sample(text =>
        {
            var covered = new bool[text.Length];
            foreach (var (span, _) in FromText(tokenizer.Encode(text)))
            {
                covered.AsSpan(span.Start, span.Length).Fill(true);
            }

            Assert.All(text.Select((c, i) => (c, i)), p => Assert.True(covered[p.i] || char.IsWhiteSpace(p.c), $"'{text}' at {p.i}"));
        }, iter: 300);
    }

    [Theory]
    [InlineData("bpe-gpt2")]
    [InlineData("bpe-llama2")]
    public void Decoding_gives_the_text_back(string name)
    {
        var tokenizer = Tokenizers.Golden(name);
        var options = new EncodeOptions { AddSpecialTokens = false };
        Texts.Where(t => !t.Contains('▁') && !t.Contains("<s>")).Sample(text => Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text, options: options).Ids, false)), iter: 300);
    }

    [Fact]
    public void Threads_agree()
    {
        var texts = Enumerable.Range(0, 400).Select(i => string.Concat(Enumerable.Range(0, i % 17).Select(k => Clusters[(i * 7 + k * 5) % Clusters.Length]))).ToArray();
        foreach (var name in Names.Select(row => row.Data))
        {
            var alone = texts.Select(t => string.Join(' ', Tokenizers.Golden(name).Encode(t).Ids)).Take(40).ToArray();
            var shared = Tokenizers.Golden(name);
            Parallel.For(0, 400, i => Assert.Equal(i % 40 < alone.Length ? alone[i % 40] : "", string.Join(' ', shared.Encode(texts[i % 40]).Ids)));
        }
    }

    private static IEnumerable<(TokenSpan Span, int Id)> FromText(Encoding encoding) =>
        encoding.Offsets.Select((span, i) => (span, i)).Where(p => encoding.SequenceIds[p.i] is not null).Select(p => (p.span, encoding.Ids[p.i]));
}

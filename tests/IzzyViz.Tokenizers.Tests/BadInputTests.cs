using IzzyViz.Testing;

namespace IzzyViz.Tokenizers.Tests;

/// <summary>Whatever is wrong with a file, the error names file, component and remedy.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("{\"version\":\"1.0\",\"model\":{\"type\":\"BPE\",\"voc", "JSON", "cut short")]
    [InlineData("[]", "document", "StartObject was expected")]
    [InlineData("{\"version\":\"2.0\",\"model\":{}}", "document", "version 2.0")]
    [InlineData("{\"version\":\"1.0\"}", "document", "'model' must be")]
    [InlineData("{\"model\":{\"type\":\"Neural\",\"vocab\":{}}}", "model Neural", "not supported")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":1},\"merges\":[\"a b\"]}}", "model BPE", "merge 1 ('a' and 'b')")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[\"a b c\"]}}", "model BPE", "is not two tokens")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":-1},\"merges\":[]}}", "model", "out of range")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":99999999999},\"merges\":[]}}", "model", "out of range")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[],\"dropout\":0.1}}", "model BPE", "random")]
    [InlineData("{\"model\":{\"type\":\"Unigram\",\"vocab\":[[\"a\",0.0]],\"unk_id\":7}}", "model Unigram", "unk_id 7 is out of range")]
    [InlineData("{\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"\\ud800\":1}}}", "JSON", "half of a surrogate pair")]
    public void A_damaged_file_is_refused_by_name(string json, string component, string problem)
    {
        var error = Assert.Throws<TokenizerException>(() => Tokenizers.Load(json, "broken.json"));
        Assert.Equal("broken.json", error.File);
        Assert.Equal(component, error.Component);
        Assert.Contains(problem, error.Problem);
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("\"normalizer\":{\"type\":\"Shout\"},", "normalizer Shout")]
    [InlineData("\"pre_tokenizer\":{\"type\":\"Chop\"},", "pre-tokenizer Chop")]
    [InlineData("\"post_processor\":{\"type\":\"Wrap\"},", "post-processor Wrap")]
    [InlineData("\"decoder\":{\"type\":\"Guess\"},", "decoder Guess")]
    [InlineData("\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Regex\":\"\\\\X\"},\"behavior\":\"Isolated\"},", "pre-tokenizer Split")]
    [InlineData("\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a\"},\"behavior\":\"Isolated\"},", "pre-tokenizer Split")]
    [InlineData("\"pre_tokenizer\":{\"type\":\"Split\",\"pattern\":{\"Regex\":\"a\"},\"behavior\":\"Shredded\"},", "pre-tokenizer Split")]
    [InlineData("\"pre_tokenizer\":{\"type\":\"Metaspace\",\"replacement\":\"_\",\"prepend_scheme\":\"always\",\"add_prefix_space\":false},", "pre-tokenizer Metaspace")]
    [InlineData("\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"?\"},", "normalizer Precompiled")]
    public void An_unknown_component_is_refused_by_name(string parts, string component) =>
        Assert.Equal(component, Assert.Throws<TokenizerException>(() => Tokenizers.Words(parts)).Component);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<TokenizerException>(() => HuggingFaceTokenizer.Load("nowhere/tokenizer.json")).File);

    [Fact]
    public void A_hostile_pattern_stops()
    {
        var error = Assert.Throws<TokenizerException>(() => Tokenizers.Pieces("(?:a|aa|aaa)+b", new string('a', 200) + "c"));
        Assert.Contains("too many steps", error.Problem);
        Assert.Equal("pre-tokenizer Split", error.Component);
    }

    [Fact]
    public void Deep_nesting_in_a_pattern_is_refused() =>
        Assert.Throws<TokenizerException>(() => Tokenizers.Pieces(new string('(', 5000) + "a" + new string(')', 5000), "a"));

    [Fact]
    public void An_unknown_word_without_an_unknown_token_is_an_error_when_it_comes()
    {
        var tokenizer = Tokenizers.Load("""{"version":"1.0","model":{"type":"WordLevel","unk_token":"?","vocab":{"a":0}}}""");
        Assert.Equal([0], tokenizer.Encode("a").Ids);
        Assert.Throws<TokenizerException>(() => tokenizer.Encode("b"));
    }

    [Theory]
    [InlineData(2, 0, TruncationStrategy.LongestFirst)]
    [InlineData(5, 3, TruncationStrategy.LongestFirst)]
    [InlineData(4, 0, TruncationStrategy.OnlySecond)]
    public void Impossible_truncation_is_an_error(int length, int stride, TruncationStrategy strategy)
    {
        var tokenizer = Tokenizers.Golden("bpe-roberta");
        var options = new EncodeOptions { Truncation = new() { MaxLength = length - (strategy == TruncationStrategy.LongestFirst && stride == 0 ? 1 : 0), Stride = stride, Strategy = strategy } };
        Assert.Throws<TokenizerException>(() => tokenizer.Encode("the cat sat on the mat", options: options));
    }

    [Fact]
    public void Merges_that_feed_each_other_end()
    {
        var tokenizer = Tokenizers.Load("""
            {"version":"1.0","model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2,"aba":3,"":4},"merges":[["a","b"],["ab","a"],["a",""],["","a"]]}}
            """);
        Assert.Equal([3], tokenizer.Encode("aba").Ids);
    }
}

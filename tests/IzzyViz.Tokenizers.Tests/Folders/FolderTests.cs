using IzzyViz.Testing;

namespace IzzyViz.Tokenizers.Tests.Folders;

/// <summary>Which files of a model folder count, and what is refused.</summary>
public sealed class FolderTests : IDisposable
{
    private const string Minimal = """{"version":"1.0","pre_tokenizer":{"type":"WhitespaceSplit"},"model":{"type":"WordLevel","unk_token":"[UNK]","vocab":{"[UNK]":0,"a":1,"[X]":2}}}""";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tokenizer_json_wins_over_older_files()
    {
        _folder.Write("tokenizer.json", Minimal);
        _folder.Write("vocab.txt", "[UNK]\n[CLS]\n[SEP]\na\n");
        _folder.Write("tokenizer_config.json", """{"tokenizer_class":"BertTokenizer","mask_token":"[X]","cls_token":{"content":"a"}}""");
        var tokenizer = HuggingFaceTokenizer.Load(_folder.Path);
        Assert.Equal([1, 0], tokenizer.Encode("a b").Ids);
        Assert.Equal(2, tokenizer.Roles.Mask);
        Assert.Equal(1, tokenizer.Roles.Classification);
        Assert.Equal(0, tokenizer.Roles.Unknown);
        Assert.Null(tokenizer.Roles.Separator);
    }

    [Theory]
    [InlineData("\"{{ messages }}\"", null, "{{ messages }}")]
    [InlineData("[{\"name\":\"tool_use\",\"template\":\"a\"},{\"name\":\"default\",\"template\":\"b\"}]", null, "b")]
    [InlineData("\"a\"", "in its own file", "in its own file")]
    [InlineData("null", null, null)]
    public void A_chat_template_is_given_as_it_is(string configured, string? file, string? expected)
    {
        _folder.Write("tokenizer.json", Minimal);
        _folder.Write("tokenizer_config.json", "{\"chat_template\":" + configured + "}");
        if (file is not null)
        {
            _folder.Write("chat_template.jinja", file);
        }

        Assert.Equal(expected, HuggingFaceTokenizer.Load(_folder.Path).ChatTemplate);
    }

    [Fact]
    public void The_folder_above_is_looked_in()
    {
        _folder.Write("tokenizer.json", Minimal);
        var model = _folder.Write("onnx/model.onnx", "");
        Assert.Equal([1], HuggingFaceTokenizer.Load(model).Encode("a").Ids);
        Assert.Equal([1], HuggingFaceTokenizer.Load(Path.GetDirectoryName(model)!).Encode("a").Ids);
    }

    [Fact]
    public void A_vocab_txt_is_read_by_its_class()
    {
        _folder.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nhello\nHello\n##s\n");
        _folder.Write("config.json", """{"model_type":"bert"}""");
        var uncased = HuggingFaceTokenizer.Load(_folder.Path).Encode("Hellos [MASK]", "x");
        Assert.Equal([2, 5, 7, 4, 3, 1, 3], uncased.Ids);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1], uncased.TypeIds);
        _folder.Write("tokenizer_config.json", """{"tokenizer_class":"BertTokenizerFast","do_lower_case":false}""");
        Assert.Equal([2, 6, 7, 3], HuggingFaceTokenizer.Load(_folder.Path).Encode("Hellos").Ids);
    }

    [Fact]
    public void Vocabulary_and_merges_are_read_by_their_class()
    {
        _folder.Write("vocab.json", """{"a":0,"b":1,"ab":2,"Ġ":3,"Ġab":4,"<s>":5,"</s>":6,"<|endoftext|>":7}""");
        _folder.Write("merges.txt", "#version: 0.2\na b\nĠ ab\n");
        _folder.Write("tokenizer_config.json", """{"tokenizer_class":"GPT2Tokenizer"}""");
        Assert.Equal([2, 4, 7], HuggingFaceTokenizer.Load(_folder.Path).Encode("ab ab<|endoftext|>").Ids);
        _folder.Write("tokenizer_config.json", """{"tokenizer_class":"RobertaTokenizer"}""");
        Assert.Equal([5, 2, 4, 6], HuggingFaceTokenizer.Load(_folder.Path).Encode("ab ab").Ids);
    }

    [Fact]
    public void Added_tokens_must_get_the_ids_the_files_give_them()
    {
        _folder.Write("vocab.json", """{"a":0}""");
        _folder.Write("merges.txt", "");
        _folder.Write("tokenizer_config.json", """{"tokenizer_class":"GPT2Tokenizer","added_tokens_decoder":{"9":{"content":"<x>","special":true}}}""");
        Assert.Contains("'<x>' should have the id 9 and gets 1", Assert.Throws<TokenizerException>(() => HuggingFaceTokenizer.Load(_folder.Path)).Problem);
    }

    [Theory]
    [InlineData("{\"tokenizer_class\":\"ByT5Tokenizer\"}", "reads bytes")]
    [InlineData("{\"tokenizer_class\":\"BertJapaneseTokenizer\"}", "MeCab")]
    [InlineData("{\"tokenizer_class\":\"MarianTokenizer\"}", "no exact route", "source.spm")]
    [InlineData("{\"tokenizer_class\":\"SomethingNew\"}", "no recipe")]
    [InlineData("{}", "only tekken.json", "tekken.json")]
    [InlineData("{}", "tiktoken", "o200k.tiktoken")]
    [InlineData("{}", "no file names the tokenizer's class", "vocab.txt")]
    [InlineData("{\"tokenizer_class\":\"T5Tokenizer\"}", "neither tokenizer.json nor spiece.model")]
    public void What_has_no_exact_route_is_refused(string configuration, string problem, string? file = null)
    {
        _folder.Write("tokenizer_config.json", configuration);
        if (file is not null)
        {
            _folder.Write(file, "x");
        }

        var error = Assert.Throws<TokenizerException>(() => HuggingFaceTokenizer.Load(_folder.Path));
        Assert.Contains(problem, error.Problem);
        Assert.NotEmpty(error.Remedy);
    }
}

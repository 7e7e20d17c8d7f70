using IzzyViz.Tokenizers;

namespace IzzyViz.Fuzzing.Targets;

/// <summary>Tokenizer files; what loads must also tokenise.</summary>
internal static class TokenizerTarget
{
    private const string Text = "The  Straße, don't\r\n <s>[MASK]</s> e\u0301 가 👩‍👩‍👧 123456 \uFFFD\0a";
    private static readonly string[] Classes = ["LlamaTokenizer", "T5Tokenizer", "XLMRobertaTokenizer", "GemmaTokenizer"];

    public static void Json(byte[] input) => Try(() =>
    {
        using var stream = new MemoryStream(input);
        return HuggingFaceTokenizer.Load(stream, "tokenizer.json");
    });

    /// <summary>The input is <c>tokenizer_config.json</c>, beside a small vocabulary.</summary>
    public static void Config(byte[] input) => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, "vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nthe\n##s\na\n");
        File.WriteAllText(Path.Combine(folder, "vocab.json"), """{"a":0,"b":1,"ab":2,"<s>":3,"</s>":4,"<unk>":5,"<|endoftext|>":6}""");
        File.WriteAllText(Path.Combine(folder, "merges.txt"), "#version: 0.2\na b\n");
        File.WriteAllBytes(Path.Combine(folder, "tokenizer_config.json"), input);
        Try(() => HuggingFaceTokenizer.Load(folder));
    });

    /// <summary>The input is a <c>.model</c>, read by the recipe of each class.</summary>
    public static void SentencePiece(byte[] input) => InFolder(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "tokenizer.model"), input);
        foreach (var name in Classes)
        {
            File.WriteAllText(Path.Combine(folder, "tokenizer_config.json"), $$"""{"tokenizer_class":"{{name}}"}""");
            Try(() => HuggingFaceTokenizer.Load(folder));
        }
    });

    private static void Try(Func<HuggingFaceTokenizer> load)
    {
        try
        {
            var tokenizer = load();
            var encoding = tokenizer.Encode(Text, "pair", new() { Truncation = tokenizer.FileTruncation, Padding = tokenizer.FilePadding });
            TokenLabel.Of(tokenizer, encoding);
            tokenizer.Decode(encoding.Ids, skipSpecialTokens: true);
        }
        catch (TokenizerException)
        {
            // The library's own error, which names file, component and remedy.
        }
    }

    private static void InFolder(Action<string> act)
    {
        var folder = Directory.CreateTempSubdirectory("izzyviz-fuzz-").FullName;
        try
        {
            act(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using System.Text.Json;
using IzzyViz.Testing;
using IzzyViz.Tokenizers.Tests.Parity;

namespace IzzyViz.Tokenizers.Tests.Recipes;

/// <summary>Fixtures taken apart into older files: their recipe gives the reference's answers for the fixture itself.</summary>
public sealed class FixtureRecipeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bert-uncased", "\"tokenizer_class\":\"BertTokenizer\"")]
    [InlineData("mbert-cased", "\"tokenizer_class\":\"BertTokenizer\",\"do_lower_case\":false")]
    [InlineData("gpt2", "\"tokenizer_class\":\"GPT2Tokenizer\"")]
    [InlineData("roberta", "\"tokenizer_class\":\"RobertaTokenizer\"")]
    [InlineData("roberta-prefix", "\"tokenizer_class\":\"RobertaTokenizer\",\"add_prefix_space\":true")]
    [InlineData("clip", "\"tokenizer_class\":\"CLIPTokenizer\"")]
    [InlineData("qwen3", "\"tokenizer_class\":\"Qwen2Tokenizer\"")]
    [InlineData("llama2", "\"tokenizer_class\":\"LlamaTokenizer\"")]
    [InlineData("mistral", "\"tokenizer_class\":\"LlamaTokenizer\",\"legacy\":false")]
    [InlineData("spm-bpe-bf", "\"tokenizer_class\":\"LlamaTokenizer\"")]
    public void Every_answer_equals_the_reference(string fixture, string configuration)
    {
        Assert.SkipWhen(SharedData.Folder is null, "the parity data is not beside the repository");
        using var json = SharedData.Open($"fixtures/{fixture}.json.gz");
        new FixtureFiles(_folder, json.RootElement).Write(configuration);
        var tokenizer = HuggingFaceTokenizer.Load(_folder.Path);
        using var reference = SharedData.Open($"reference/{fixture}.json.gz");
        var differences = FixtureTests.Differences(tokenizer, reference.RootElement).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences, first: {differences.FirstOrDefault()}");
    }
}

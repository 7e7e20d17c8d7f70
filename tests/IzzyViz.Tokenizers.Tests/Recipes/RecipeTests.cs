using System.Text.Json;
using IzzyViz.Testing;
using IzzyViz.Tokenizers.Tests.Folders;
using IzzyViz.Tokenizers.Tests.Parity;

namespace IzzyViz.Tokenizers.Tests.Recipes;

/// <summary>Older files of every class with a recipe, against what the reference says of the tokenizer made of them; make-recipes.mjs writes both.</summary>
public sealed class RecipeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.TestFolder(typeof(RecipeTests).Assembly), "Recipes");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Older_files_give_the_tokens_of_their_conversion(string name)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        Write(golden.RootElement);
        var tokenizer = HuggingFaceTokenizer.Load(_folder.Path);
        foreach (var answer in golden.RootElement.GetProperty("answers").EnumerateArray())
        {
            var text = answer.GetProperty("a").GetString()!;
            var encoding = tokenizer.Encode(text, answer.TryGetProperty("b", out var pair) ? pair.GetString() : null);
            Assert.Null(Answer.Compare(() => encoding, answer, text));
            Assert.Equal(answer.GetProperty("text").GetString(), tokenizer.Decode(encoding.Ids, skipSpecialTokens: true));
        }
    }

    private void Write(JsonElement golden)
    {
        var (configuration, files) = (golden.GetProperty("configuration").GetRawText(), golden.GetProperty("files"));
        _folder.Write("tokenizer_config.json", $$"""{"tokenizer_class":{{golden.GetProperty("class").GetRawText()}},{{configuration[1..]}}""".Replace(",}", "}"));
        if (files.TryGetProperty("lines", out var lines))
        {
            _folder.Write("vocab.txt", string.Concat(lines.EnumerateArray().Select(l => l.GetString() + "\n")));
        }
        else if (files.TryGetProperty("merges", out var merges))
        {
            _folder.Write("vocab.json", JsonSerializer.Serialize(files.GetProperty("vocabulary").EnumerateArray().Select((t, i) => (t.GetString()!, i)).ToDictionary()));
            _folder.Write("merges.txt", "#version: 0.2\n" + string.Concat(merges.EnumerateArray().Select(m => $"{m[0]} {m[1]}\n")));
        }
        else
        {
            var writer = new SentencePieceWriter(files.GetProperty("type").GetInt32(), files.GetProperty("unknown").GetInt32(), []);
            writer.Write(_folder[files.GetProperty("file").GetString()!], files.GetProperty("pieces").EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetSingle(), p[2].GetInt32())));
        }
    }
}

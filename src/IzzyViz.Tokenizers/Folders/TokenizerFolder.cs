using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>
/// Picks a folder's files: <c>tokenizer.json</c> first and as it stands; else the older files by the recipe of their class.
/// What has no exact route is refused.
/// </summary>
internal static class TokenizerFolder
{
    private const string SaveOnce = "Load it once with transformers and call save_pretrained, which writes tokenizer.json.";

    private static readonly Dictionary<string, string> NoFile = new(StringComparer.Ordinal)
    {
        ["ByT5Tokenizer"] = "it reads bytes and has no vocabulary file.",
        ["CanineTokenizer"] = "it reads code points and has no vocabulary file.",
        ["PerceiverTokenizer"] = "it reads bytes and has no vocabulary file.",
        ["BertJapaneseTokenizer"] = "it cuts words with MeCab, whose dictionary is not part of the model.",
        ["RoFormerTokenizer"] = "it cuts words with jieba, whose dictionary is not part of the model.",
        ["XLMTokenizer"] = "it cuts words with Moses, which is not part of the model.",
    };

    public static HuggingFaceTokenizer Load(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new TokenizerException(path, "file", "it does not exist.", "Give a tokenizer.json or a model folder.");
        }

        var files = FolderFiles.Of(path);
        var configuration = new TokenizerConfiguration(files);
        var isJson = File.Exists(path) && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var document = isJson ? TokenizerDocument.Read(path)
            : files.Find("tokenizer.json") is { } json ? TokenizerDocument.Read(json)
            : Older(files, configuration);
        var tokenizer = new HuggingFaceTokenizer(document);
        return tokenizer.With(RoleFinder.Find(tokenizer, configuration, document.Model.Settings), ChatTemplateFile.Read(files, configuration));
    }

    private static TokenizerDocument Older(FolderFiles files, TokenizerConfiguration configuration)
    {
        var name = configuration.Class.Length > 0 ? configuration.Class : Recipes.ClassOf(configuration.ModelType);
        if (NoFile.TryGetValue(name, out var why))
        {
            throw Refusal(files, name, why, "Use the model's own program for its tokens, and give their ids.");
        }

        if (Recipes.Find(name) is { } recipe)
        {
            return Checked(recipe(new(files, configuration, name)), configuration);
        }

        throw files switch
        {
            _ when files.Find("source.spm") is not null => Refusal(files, name, "source.spm and target.spm have no exact route.", "Use an export that has tokenizer.json."),
            _ when files.Find("tekken.json") is not null => Refusal(files, name, "there is only tekken.json.", SaveOnce),
            _ when files.FindPattern("*.tiktoken") is not null => Refusal(files, name, "there is only a tiktoken file.", SaveOnce),
            _ when name.Length == 0 => Refusal(files, "tokenizer", "there is no tokenizer.json, and no file names the tokenizer's class.", SaveOnce),
            _ => Refusal(files, name, "there is no tokenizer.json, and this class has no recipe.", SaveOnce),
        };
    }

    /// <summary>The ids that files declare must be those the library gives; otherwise the files do not belong together.</summary>
    private static TokenizerDocument Checked(TokenizerDocument document, TokenizerConfiguration configuration)
    {
        var tokenizer = new HuggingFaceTokenizer(document);
        foreach (var token in configuration.AddedTokens)
        {
            if (tokenizer.IdOf(token.Content) is { } id && id != token.Id)
            {
                throw new TokenizerException(
                    configuration.Settings.File, "added tokens", $"'{token.Content}' should have the id {token.Id} and gets {id}.", SaveOnce);
            }
        }

        return document;
    }

    private static TokenizerException Refusal(FolderFiles files, string component, string problem, string remedy) => new(files.Folder, component, problem, remedy);
}

using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.AddedTokens;
using IzzyViz.Tokenizers.Json;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>What <c>tokenizer_config.json</c>, <c>special_tokens_map.json</c>, <c>added_tokens.json</c> and <c>config.json</c> say together.</summary>
internal sealed class TokenizerConfiguration
{
    private readonly JsonPart?[] _roleFiles;

    public TokenizerConfiguration(FolderFiles files)
    {
        Settings = files.Json("tokenizer_config.json") ?? new([], Path.Combine(files.Folder, "tokenizer_config.json"), "tokenizer_config.json");
        _roleFiles = [Settings, files.Json("special_tokens_map.json")];
        ModelType = files.Json("config.json")?.Text("model_type", "") ?? "";
        Class = WithoutFast(Settings.Text("tokenizer_class", ""));
        AddedTokens = [.. Declared(Settings, files.Json("added_tokens.json")).OrderBy(t => t.Id)];
    }

    public JsonPart Settings { get; }

    /// <summary>The tokenizer class, without its ending "Fast"; empty where no file says.</summary>
    public string Class { get; }

    public string ModelType { get; }

    /// <summary>Added tokens with the ids the files give them, in order of ids.</summary>
    public IReadOnlyList<AddedToken> AddedTokens { get; }

    /// <summary>The token of a role such as <c>mask_token</c>; null where no file names it.</summary>
    public string? Role(string name)
    {
        foreach (var file in _roleFiles)
        {
            switch (file?.Node[name])
            {
                case JsonValue value when value.TryGetValue<string>(out var token):
                    return token;
                case JsonObject token when token["content"] is JsonValue content && content.TryGetValue<string>(out var text):
                    return text;
            }
        }

        return null;
    }

    /// <summary>The token of a role where a file describes it with its flags.</summary>
    public AddedToken? Described(string role)
    {
        var file = _roleFiles.FirstOrDefault(f => f is { } part && part.Node[role] is JsonObject);
        return file is { } found ? AddedTokenPart.Load(found.Part(role)) with { Id = -1, Special = true } : null;
    }

    private static string WithoutFast(string name) => name.EndsWith("Fast", StringComparison.Ordinal) ? name[..^4] : name;

    private static IEnumerable<AddedToken> Declared(JsonPart settings, JsonPart? older)
    {
        if (settings.Has("added_tokens_decoder"))
        {
            var decoder = settings.Part("added_tokens_decoder");
            return decoder.Node.Select(p => AddedTokenPart.Load(decoder.Part(p.Key)) with { Id = decoder.ToId(int.TryParse(p.Key, out var id) ? id + 0.0 : -1.0, p.Key) });
        }

        return older is not { } file ? [] : file.Node.Select(p => new AddedToken(p.Key, file.ToId(p.Value, p.Key), Special: p.Key is ['<', ..] or ['[', ..]));
    }
}

using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Finds a model's chat template: in a file of its own, or in the configuration, by itself or as one of several with names.</summary>
internal static class ChatTemplateFile
{
    private const string Default = "default";

    public static string? Read(FolderFiles files, TokenizerConfiguration configuration) => files.Find("chat_template.jinja") is { } path
        ? File.ReadAllText(path)
        : configuration.Settings.Node["chat_template"] switch
        {
            JsonValue value when value.TryGetValue<string>(out var template) => template,
            JsonArray several => Named(several),
            _ => null,
        };

    private static string? Named(JsonArray templates)
    {
        var named = templates.OfType<JsonObject>().ToList();
        var chosen = named.Find(t => t["name"]?.ToString() == Default) ?? named.FirstOrDefault();
        return chosen?["template"]?.ToString();
    }
}

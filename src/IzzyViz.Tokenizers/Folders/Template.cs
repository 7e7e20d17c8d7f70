using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Writes a TemplateProcessing part from pieces as transformers writes them: <c>[CLS]:0</c>, <c>$A:0</c>, <c>[SEP]:0</c>.</summary>
internal static class Template
{
    public static JsonObject Create(RecipeInput input, ModelDraft model, string[] single, string[] pair)
    {
        var special = new JsonObject();
        foreach (var token in single.Concat(pair).Select(Name).Where(n => !IsText(n)).Distinct(StringComparer.Ordinal))
        {
            special[token] = new JsonObject { ["id"] = token, ["ids"] = new JsonArray(input.Id(model, token) + 0.0), ["tokens"] = new JsonArray(token) };
        }

        return new() { ["type"] = "TemplateProcessing", ["single"] = List(single), ["pair"] = List(pair), ["special_tokens"] = special };
    }

    private static JsonArray List(string[] pieces) => [.. pieces.Select(p => (JsonNode)new JsonObject
    {
        [IsText(Name(p)) ? "Sequence" : "SpecialToken"] = new JsonObject { ["id"] = IsText(Name(p)) ? Name(p)[1..] : Name(p), ["type_id"] = (double)(p[^1] - '0') },
    })];

    private static string Name(string piece) => piece[..^2];

    private static bool IsText(string name) => name is "$A" or "$B";
}

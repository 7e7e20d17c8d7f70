using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Writes a TemplateProcessing part from the short form transformers uses: <c>[CLS]:0 $A:0 [SEP]:0</c>.</summary>
internal static class Template
{
    public static JsonObject Create(RecipeInput input, ModelDraft model, string single, string pair)
    {
        var special = new JsonObject();
        foreach (var token in Pieces(single).Concat(Pieces(pair)).Select(p => p.Name).Where(n => n[0] != '$').Distinct(StringComparer.Ordinal))
        {
            special[token] = new JsonObject { ["id"] = token, ["ids"] = new JsonArray(input.Id(model, token) + 0.0), ["tokens"] = new JsonArray(token) };
        }

        return new() { ["type"] = "TemplateProcessing", ["single"] = List(single), ["pair"] = List(pair), ["special_tokens"] = special };
    }

    private static JsonArray List(string template) => [.. Pieces(template).Select(p => (JsonNode)new JsonObject
    {
        [p.Name[0] == '$' ? "Sequence" : "SpecialToken"] = new JsonObject { ["id"] = p.Name.TrimStart('$'), ["type_id"] = p.TypeId },
    })];

    private static IEnumerable<(string Name, double TypeId)> Pieces(string template) =>
        template.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => (p[..^2], (double)(p[^1] - '0')));
}

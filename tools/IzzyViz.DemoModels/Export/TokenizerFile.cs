using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace IzzyViz.DemoModels.Export;

/// <summary>Writes the parts in the layout of Hugging Face's tokenizers library.</summary>
internal static class TokenizerFile
{
    public static string Write(TokenizerParts parts) => JsonText.Document(new JsonObject
    {
        ["version"] = "1.0",
        ["truncation"] = null,
        ["padding"] = null,
        ["added_tokens"] = new JsonArray([.. parts.SpecialTokens.Select(token => AddedToken(token, parts.Pieces))]),
        ["normalizer"] = parts.Normalizer,
        ["pre_tokenizer"] = parts.PreTokenizer,
        ["post_processor"] = Template(parts),
        ["decoder"] = parts.Decoder,
        ["model"] = parts.Model,
    });

    public static JsonObject Vocabulary(ImmutableArray<string> pieces) =>
        new(pieces.Select((piece, id) => KeyValuePair.Create(piece, (JsonNode?)id)));

    private static JsonObject AddedToken(string token, ImmutableArray<string> pieces) => new()
    {
        ["id"] = pieces.IndexOf(token),
        ["content"] = token,
        ["single_word"] = false,
        ["lstrip"] = false,
        ["rstrip"] = false,
        ["normalized"] = false,
        ["special"] = true,
    };

    private static JsonObject Template(TokenizerParts parts)
    {
        var used = parts.Pair.Split(' ').Where(piece => piece[0] != '$').Distinct(StringComparer.Ordinal)
            .Select(token => KeyValuePair.Create(token, (JsonNode?)SpecialToken(token, parts.Pieces)));
        return new JsonObject
        {
            ["type"] = "TemplateProcessing",
            ["single"] = Sequence(parts.Single),
            ["pair"] = Sequence(parts.Pair),
            ["special_tokens"] = new JsonObject(used),
        };
    }

    private static JsonArray Sequence(string template)
    {
        var pieces = template.Split(' ');
        var second = Array.IndexOf(pieces, "$B");
        return [.. pieces.Select((piece, i) => (JsonNode)Piece(piece, second >= 0 && i >= second ? 1 : 0))];
    }

    private static JsonObject Piece(string piece, int segment) => piece[0] == '$'
        ? new JsonObject { ["Sequence"] = new JsonObject { ["id"] = piece[1..], ["type_id"] = segment } }
        : new JsonObject { ["SpecialToken"] = new JsonObject { ["id"] = piece, ["type_id"] = segment } };

    private static JsonObject SpecialToken(string token, ImmutableArray<string> pieces) => new()
    {
        ["id"] = token,
        ["ids"] = new JsonArray(pieces.IndexOf(token)),
        ["tokens"] = new JsonArray(token),
    };
}

using System.Text.Json.Nodes;
using IzzyViz.Tokenizers.Json;
using IzzyViz.Tokenizers.Models;

namespace IzzyViz.Tokenizers.Labels;

/// <summary>How a vocabulary writes spaces, bytes and joined pieces.</summary>
internal sealed record LabelStyle
{
    /// <summary>Tokens are stand-ins of bytes.</summary>
    public bool ByteLevel { get; init; }

    /// <summary><c>▁</c> stands for a space.</summary>
    public bool Metaspace { get; init; }

    /// <summary>What a piece inside a word begins with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What the last piece of a word ends with.</summary>
    public string Suffix { get; init; } = "";

    public static LabelStyle Of(TokenizerDocument document, Model model)
    {
        var settings = new JsonPart(document.Model.Settings, document.File, "model");
        var isByteLevel = Uses(document.Parts, "ByteLevel");
        return new()
        {
            ByteLevel = isByteLevel,
            Metaspace = !isByteLevel && (Uses(document.Parts, "Metaspace") || model.Vocabulary.IdOf("▁") is not null),
            Prefix = settings.Text("continuing_subword_prefix", model is WordPieceModel ? "##" : ""),
            Suffix = settings.Text("end_of_word_suffix", ""),
        };
    }

    private static bool Uses(JsonNode? node, string type) => node switch
    {
        JsonObject o => o["type"] is JsonValue v && v.TryGetValue<string>(out var name) && name == type || o.Any(p => Uses(p.Value, type)),
        JsonArray a => a.Any(item => Uses(item, type)),
        _ => false,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Json;

/// <summary>Reads the small parts of a document as a tree; of a name given twice the last counts, as in the reference.</summary>
internal static class JsonTree
{
    /// <summary>The value whose first token has just been read.</summary>
    public static JsonNode? Read(JsonTokenStream stream)
    {
        stream.Keep();
        return Value(stream);
    }

    private static JsonNode? Value(JsonTokenStream stream) => stream.Kind switch
    {
        JsonTokenType.StartObject => Object(stream),
        JsonTokenType.StartArray => Array(stream),
        JsonTokenType.String => JsonValue.Create(stream.Text),
        JsonTokenType.Number => JsonValue.Create(stream.Number),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };

    private static JsonObject Object(JsonTokenStream stream)
    {
        var result = new JsonObject();
        while (stream.Read() && stream.Kind != JsonTokenType.EndObject)
        {
            var name = stream.Text;
            stream.Read();
            result[name] = Read(stream);
        }

        return result;
    }

    private static JsonArray Array(JsonTokenStream stream)
    {
        var result = new JsonArray();
        while (stream.Read() && stream.Kind != JsonTokenType.EndArray)
        {
            result.Add(Read(stream));
        }

        return result;
    }
}

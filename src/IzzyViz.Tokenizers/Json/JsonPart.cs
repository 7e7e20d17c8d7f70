using System.Text.Json;
using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Json;

/// <summary>One component's settings, which knows its file and place so that every complaint names them.</summary>
internal readonly record struct JsonPart(JsonObject Node, string File, string Place)
{
    private const string Again = "Save the tokenizer again with save_pretrained.";

    /// <summary>The component's name, as errors give it: <c>normalizer NFC</c>.</summary>
    public string Component => Node["type"] is JsonValue type && type.TryGetValue<string>(out var name) ? $"{Place} {name}" : Place;

    public string Type => Text("type");

    public static JsonPart? From(JsonNode? node, string file, string place) => node switch
    {
        null => null,
        JsonObject o => new(o, file, place),
        _ => throw new TokenizerException(file, place, "an object was expected.", Again),
    };

    public bool Has(string name) => Node[name] is not null;

    public string Text(string name) => Value<string>(name) ?? throw Missing(name, "a text");

    public string Text(string name, string otherwise) => Value<string>(name) ?? otherwise;

    public bool Flag(string name) => Value(name, JsonValueKind.True, JsonValueKind.False) is { } v ? v.GetValue<bool>() : throw Missing(name, "true or false");

    public bool Flag(string name, bool otherwise) => Has(name) ? Flag(name) : otherwise;

    public int Number(string name) => Has(name) ? ToId(Node[name], name) : throw Missing(name, "a whole number");

    public int Number(string name, int otherwise) => Has(name) ? Number(name) : otherwise;

    public JsonPart Part(string name) => From(Node[name], File, Place) ?? throw Missing(name, "an object");

    public JsonArray List(string name) => Node[name] as JsonArray ?? throw Missing(name, "a list");

    public IEnumerable<JsonPart> Parts(string name)
    {
        var (file, place, self) = (File, Place, this);
        return List(name).Select(n => From(n, file, place) ?? throw self.Missing(name, "a list of objects"));
    }

    /// <summary>A token id or count: a whole number that is not negative.</summary>
    public int ToId(JsonNode? node, string name) =>
        node is JsonValue v && v.TryGetValue<double>(out var d) && d is >= 0 and <= int.MaxValue && d == Math.Floor(d)
            ? (int)d
            : throw Missing(name, $"a whole number from 0 to {int.MaxValue}");

    public TokenizerException Missing(string name, string what) => new(File, Component, $"'{name}' must be {what}.", Again);

    public TokenizerException Unsupported(string problem, string remedy) => new(File, Component, problem, remedy);

    private T? Value<T>(string name)
        where T : class =>
        Node[name] switch
        {
            null => null,
            JsonValue v when v.TryGetValue<T>(out var value) => value,
            _ => throw Missing(name, "a text"),
        };

    private JsonValue? Value(string name, params ReadOnlySpan<JsonValueKind> kinds) =>
        Node[name] is JsonValue v && kinds.Contains(v.GetValueKind()) ? v : null;
}

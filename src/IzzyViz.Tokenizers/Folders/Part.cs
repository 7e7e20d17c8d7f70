using System.Text.Json.Nodes;

namespace IzzyViz.Tokenizers.Folders;

/// <summary>Parts of a document, written as <c>tokenizer.json</c> writes them.</summary>
internal static class Part
{
    public const string Mark = "▁";

    public static JsonObject Of(string type) => new() { ["type"] = type };

    public static JsonObject Normalizers(params IEnumerable<JsonObject> parts) => Sequence("normalizers", parts);

    public static JsonObject PreTokenizers(params IEnumerable<JsonObject> parts) => Sequence("pretokenizers", parts);

    public static JsonObject Decoders(params IEnumerable<JsonObject> parts) => Sequence("decoders", parts);

    public static JsonObject Replace(string text, string content) => Replace("String", text, content);

    public static JsonObject ReplaceMatches(string pattern, string content) => Replace("Regex", pattern, content);

    /// <param name="kind"><c>String</c> or <c>Regex</c>.</param>
    public static JsonObject Split(string kind, string pattern, string behavior, bool invert = false) =>
        new() { ["type"] = "Split", ["pattern"] = new JsonObject { [kind] = pattern }, ["behavior"] = behavior, ["invert"] = invert };

    public static JsonObject Strip(bool left, bool right) => new() { ["type"] = "Strip", ["strip_left"] = left, ["strip_right"] = right };

    public static JsonObject ByteLevel(bool prefix, bool trim = true, bool regex = true) =>
        new() { ["type"] = "ByteLevel", ["add_prefix_space"] = prefix, ["trim_offsets"] = trim, ["use_regex"] = regex };

    public static JsonObject Metaspace(string scheme, bool split = true) =>
        new() { ["type"] = "Metaspace", ["replacement"] = Mark, ["prepend_scheme"] = scheme, ["split"] = split };

    /// <summary>RobertaProcessing, which also puts offsets right.</summary>
    public static JsonObject Surrounding((string Token, int Id) start, (string Token, int Id) end, bool prefix, bool trim) => new()
    {
        ["type"] = "RobertaProcessing",
        ["cls"] = new JsonArray(start.Token, start.Id + 0.0),
        ["sep"] = new JsonArray(end.Token, end.Id + 0.0),
        ["add_prefix_space"] = prefix,
        ["trim_offsets"] = trim,
    };

    private static JsonObject Replace(string kind, string pattern, string content) =>
        new() { ["type"] = "Replace", ["pattern"] = new JsonObject { [kind] = pattern }, ["content"] = content };

    private static JsonObject Sequence(string name, IEnumerable<JsonObject> parts) => new() { ["type"] = "Sequence", [name] = new JsonArray([.. parts]) };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IzzyViz.DemoModels.Export;

/// <summary>JSON as people read it: indented or a line a row, line feeds everywhere, no letter or emoji escaped.</summary>
internal static partial class JsonText
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Document(JsonNode node) => node.ToJsonString(Indented) + "\n";

    public static string Row(JsonNode node) =>
        SurrogatePair().Replace(node.ToJsonString(Line), pair => Regex.Unescape(pair.Value)) + "\n";

    public static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    /// <summary>What the relaxed encoder still escapes: characters outside the basic plane.</summary>
    [GeneratedRegex(@"\\uD[89AB][0-9A-F]{2}\\uD[C-F][0-9A-F]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SurrogatePair();
}

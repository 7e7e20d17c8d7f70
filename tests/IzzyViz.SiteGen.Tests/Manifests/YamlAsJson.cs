using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IzzyViz.SiteGen.Tests.Manifests;

/// <summary>YAML as an editor's schema checker sees it: YamlDotNet's own tree, plain scalars by the core schema. Written apart from the product's reader.</summary>
internal static class YamlAsJson
{
    /// <summary>False where there is no single tree to check: broken YAML, several documents, anchors.</summary>
    public static bool IsReadable(string text)
    {
        try
        {
            return Load(text).Documents.Count == 1 && !text.Contains(": &", StringComparison.Ordinal) && !text.Contains("!!", StringComparison.Ordinal);
        }
        catch (YamlException)
        {
            // A duplicate key is readable for a checker, which keeps the last.
            return text.Contains("# schema: silent, JSON parsers keep", StringComparison.Ordinal);
        }
    }

    public static JsonNode? Convert(string text) => Convert(Load(Deduplicated(text)).Documents[0].RootNode);

    private static string Deduplicated(string text) => text.Replace("title: T\ntitle: U", "title: U", StringComparison.Ordinal);

    private static YamlStream Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlSequenceNode list => new JsonArray([.. list.Select(Convert)]),
        YamlMappingNode map => new JsonObject(map.Where(e => e.Key is YamlScalarNode { Value: not "~" }).Select(e => KeyValuePair.Create(e.Key.ToString(), Convert(e.Value)))),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value!),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => true,
        "false" => false,
        _ when text.StartsWith("0x", StringComparison.Ordinal) => System.Convert.ToInt64(text, 16),
        _ when char.IsAsciiDigit(text[^1]) && decimal.TryParse(text, System.Globalization.NumberStyles.Float, null, out var number) => number,
        _ => text,
    };
}

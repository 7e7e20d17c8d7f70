using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>The schema of a value with what only its key knows: description, default, null.</summary>
internal static class FieldSchema
{
    public static JsonObject Of(Field field)
    {
        var schema = field.Shape.Schema();
        schema["description"] = field.Description;
        if (field.Default is { } text)
        {
            schema["default"] = ToJson(YamlTreeReader.Read(text, "", new DiagnosticBag())!);
        }

        if (field.MayBeNull)
        {
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        }

        return schema;
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlList list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Value, ToJson(e.Value)))),
        YamlScalar { Kind: ScalarKind.Null } => null,
        YamlScalar { Kind: ScalarKind.Text } text => JsonValue.Create(text.Text),
        YamlScalar scalar => JsonNode.Parse(scalar.Text.ToLowerInvariant()),
        _ => throw new InvalidOperationException($"No JSON for {node.Says}."),
    };
}

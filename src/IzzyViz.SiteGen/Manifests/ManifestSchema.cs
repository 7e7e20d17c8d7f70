using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IzzyViz.SiteGen.Manifests.Definition;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>The definition as a JSON schema (draft-07, which editors read), for completion and checks while typing.</summary>
internal static class ManifestSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = "IzzyViz manifest" };
        foreach (var (key, value) in SiteDefinition.Record.Schema())
        {
            schema[key] = value?.DeepClone();
        }

        return schema.ToJsonString(Options) + "\n";
    }
}

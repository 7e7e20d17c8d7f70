using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>A cell of a dataset as it would be written there: text, a number or a truth value, kept as written.</summary>
internal sealed class LooseTextShape : Shape<Located<string>>
{
    public override string Says => "text, a number, true or false";

    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    public override Located<string>? Read(YamlNode node, string name, DiagnosticBag bag)
    {
        if (node is not YamlScalar { Kind: not ScalarKind.Null } scalar)
        {
            return Refuse(node, name, bag);
        }

        if (scalar.Kind == ScalarKind.OddInteger)
        {
            bag.Add(ManifestDiagnostics.LeadingZero.At(node.At, name, scalar.Text));
            return null;
        }

        return new Located<string>(scalar.Text, scalar.At);
    }
}

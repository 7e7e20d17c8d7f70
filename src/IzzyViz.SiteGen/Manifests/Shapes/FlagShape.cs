using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

internal sealed class FlagShape : Shape<Located<bool>>
{
    public override string Says => "true or false";

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    public override Located<bool>? Read(YamlNode node, string name, DiagnosticBag bag) => node is YamlScalar { Kind: ScalarKind.Flag } scalar
        ? new Located<bool>(bool.Parse(scalar.Text), scalar.At)
        : Refuse(node, name, bag);
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceShape<T>(ImmutableArray<(string Word, T Value)> choices) : Shape<Located<T>>
{
    private readonly string[] _words = [.. choices.Select(c => c.Word)];

    public override string Says => "one of " + string.Join(", ", _words);

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. _words.Select(w => (JsonNode)w)]) };

    public override Located<T>? Read(YamlNode node, string name, DiagnosticBag bag)
    {
        if (node is not YamlScalar { Kind: ScalarKind.Text } scalar)
        {
            return Refuse(node, name, bag);
        }

        var index = Array.IndexOf(_words, scalar.Text);
        if (index >= 0)
        {
            return new Located<T>(choices[index].Value, scalar.At);
        }

        bag.Add(ManifestDiagnostics.NotAChoice.At(scalar.At, scalar.Shortened, name, NearestName.Hint(scalar.Shortened, _words)));
        return null;
    }
}

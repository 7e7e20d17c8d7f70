using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>Values of one shape under names that the user chooses.</summary>
internal sealed class MapShape<T>(string says, Shape<T> value) : Shape<Located<ImmutableSortedDictionary<string, T>>>
    where T : class
{
    public override string Says => says;

    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = value.Schema() };

    public override Located<ImmutableSortedDictionary<string, T>>? Read(YamlNode node, string name, DiagnosticBag bag)
    {
        if (node is not YamlMapping mapping)
        {
            return Refuse(node, name, bag);
        }

        var values = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (value.Read(entry.Value, entry.Key.Value, bag) is { } read)
            {
                values.Add(entry.Key.Value, read);
            }
        }

        return new Located<ImmutableSortedDictionary<string, T>>(values.ToImmutable(), mapping.At);
    }
}

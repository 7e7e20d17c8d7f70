using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>Values of one shape in a row, at least one; <paramref name="orOne"/> takes a single value as a list of it.</summary>
internal sealed class ListShape<T>(Shape<T> item, bool orOne = false) : Shape<Located<ImmutableArray<T>>>
    where T : class
{
    /// <summary>How many there have to be; null for any number but none.</summary>
    public int? Count { get; init; }

    public override string Says => Count is { } count ? $"a list of {count}, each {item.Says}" : orOne ? $"{item.Says}, or a list of such" : $"a list, each entry {item.Says}";

    public override IEnumerable<RecordShape> Records => item.Records;

    public override JsonObject Schema()
    {
        var list = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = item.Schema() };
        if (Count is { } count)
        {
            (list["minItems"], list["maxItems"]) = (count, count);
        }

        return orOne ? new JsonObject { ["anyOf"] = new JsonArray(item.Schema(), list) } : list;
    }

    public override Located<ImmutableArray<T>>? Read(YamlNode node, string name, DiagnosticBag bag)
    {
        if (node is YamlList list)
        {
            return ReadItems(list, name, bag);
        }

        if (!orOne || node is not YamlScalar { Kind: not ScalarKind.Null })
        {
            return Refuse(node, name, bag);
        }

        return item.Read(node, name, bag) is { } only ? new Located<ImmutableArray<T>>([only], node.At) : null;
    }

    private Located<ImmutableArray<T>> ReadItems(YamlList list, string name, DiagnosticBag bag)
    {
        if (list.Items.IsEmpty)
        {
            bag.Add(ManifestDiagnostics.TooFew.At(list.At, name));
        }
        else if (Count is { } count && list.Items.Length != count)
        {
            bag.Add(ManifestDiagnostics.WrongCount.At(list.At, name, count, list.Items.Length));
        }

        return new Located<ImmutableArray<T>>([.. list.Items.Select(i => item.Read(i, name, bag)).OfType<T>()], list.At);
    }
}

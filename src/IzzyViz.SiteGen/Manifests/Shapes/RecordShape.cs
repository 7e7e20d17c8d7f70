using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>A mapping with known keys, as the schema and the reference see it.</summary>
internal abstract record RecordShape(string Name, string Description, ImmutableArray<Field> Fields)
{
    /// <summary>What keys demand of each other.</summary>
    public ImmutableArray<KeyRule> Rules { get; init; } = [];

    public string Says => $"a mapping with keys such as '{Fields[0].Key}'";

    public JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["description"] = Description,
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)FieldSchema.Of(f)))),
        };
        if (Fields.Any(f => f.IsRequired))
        {
            schema["required"] = new JsonArray([.. Fields.Where(f => f.IsRequired).Select(f => (JsonNode)f.Key)]);
        }

        foreach (var rule in Rules)
        {
            rule.AddTo(schema);
        }

        return schema;
    }
}

internal sealed record RecordShape<T>(string Name, string Description, ImmutableArray<Field> Fields, Func<FieldValues, T> Build)
    : RecordShape(Name, Description, Fields)
    where T : class
{
    /// <summary>This record as the shape of a value.</summary>
    public Shape<T> Shape => new Value(this);

    private FieldValues ReadFields(YamlMapping mapping, DiagnosticBag bag)
    {
        var values = new FieldValues(mapping.At);
        foreach (var (key, value) in mapping.Entries)
        {
            if (Fields.FirstOrDefault(f => f.Key == key.Value) is { } field)
            {
                values.Add(field, field.Read(value, bag));
            }
            else
            {
                ReportUnknown(key, values, bag);
            }
        }

        return values;
    }

    private void ReportUnknown(Located<string> key, FieldValues values, DiagnosticBag bag)
    {
        var keys = Fields.Select(f => f.Key).ToArray();
        var written = YamlScalar.Shorten(key.Value);
        bag.Add(ManifestDiagnostics.UnknownKey.At(key.At, written, Name, NearestName.Hint(written, keys)));

        // A misspelt key is one mistake, not also a missing key.
        if (NearestName.Find(written, keys) is { } meant)
        {
            values.MarkWritten(meant);
        }
    }

    private T Read(YamlMapping mapping, DiagnosticBag bag)
    {
        var values = ReadFields(mapping, bag);
        bag.AddRange(Fields
            .Where(f => f.IsRequired && !values.IsWritten(f.Key))
            .Select(f => ManifestDiagnostics.MissingKey.At(mapping.At, Name, f.Key)));
        bag.AddRange(Rules.SelectMany(r => r.Check(values, Name)));
        return Build(values);
    }

    private sealed class Value(RecordShape<T> record) : Shape<T>
    {
        public override string Says => record.Says;

        public override IEnumerable<RecordShape> Records => [record];

        public override JsonObject Schema() => record.Schema();

        public override T? Read(YamlNode node, string name, DiagnosticBag bag) =>
            node is YamlMapping mapping ? record.Read(mapping, bag) : Refuse(node, name, bag);
    }
}

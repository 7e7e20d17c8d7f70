using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>Something the keys of one record demand of each other.</summary>
internal abstract record KeyRule
{
    /// <summary>For the reference page.</summary>
    public abstract string Says { get; }

    public abstract IEnumerable<Diagnostic> Check(FieldValues values, string record);

    public abstract void AddTo(JsonObject schema);

    protected static string Quoted(IEnumerable<string> keys) => string.Join(", ", keys.Select(k => $"'{k}'"));

    protected static string InCode(IEnumerable<string> keys) => string.Join(", ", keys.Select(k => $"`{k}`"));

    protected static JsonObject Required(IEnumerable<string> keys) => new() { ["required"] = new JsonArray([.. keys.Select(k => (JsonNode)k)]) };
}

internal sealed record ExactlyOneKey(ImmutableArray<string> Keys) : KeyRule
{
    public override string Says => $"Exactly one of {InCode(Keys)} has to be given.";

    public override IEnumerable<Diagnostic> Check(FieldValues values, string record)
    {
        var written = Keys.Where(values.IsWritten).ToArray();
        if (written.Length != 1)
        {
            var found = written.Length == 0 ? "there is none" : "there are " + Quoted(written);
            yield return ManifestDiagnostics.ExactlyOne.At(values.At, record, Quoted(Keys), found);
        }
    }

    public override void AddTo(JsonObject schema) => schema["oneOf"] = new JsonArray([.. Keys.Select(k => (JsonNode)Required([k]))]);
}

internal sealed record NotBothKeys(string First, string Second) : KeyRule
{
    public override string Says => $"Only one of {InCode([First, Second])} can be given.";

    public override IEnumerable<Diagnostic> Check(FieldValues values, string record) => values.IsWritten(First) && values.IsWritten(Second)
        ? [ManifestDiagnostics.NotBoth.At(values.At, record, Quoted([First, Second]))]
        : [];

    public override void AddTo(JsonObject schema) => schema["not"] = Required([First, Second]);
}

internal sealed record KeyNeedsKey(string Key, string Needed) : KeyRule
{
    public override string Says => $"`{Key}` goes only with `{Needed}`.";

    public override IEnumerable<Diagnostic> Check(FieldValues values, string record) => values.IsWritten(Key) && !values.IsWritten(Needed)
        ? [ManifestDiagnostics.KeyNeedsKey.At(values.At, Key, Quoted([Needed]))]
        : [];

    public override void AddTo(JsonObject schema)
    {
        schema.TryAdd("dependencies", new JsonObject());
        schema["dependencies"]![Key] = new JsonArray(Needed);
    }
}

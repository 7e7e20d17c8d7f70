using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>One key of a record: what it means and what may stand under it.</summary>
internal abstract class Field(string key, string description)
{
    public string Key => key;

    /// <summary>A sentence or two of Markdown, for the reference and for editors.</summary>
    public string Description => description;

    public bool IsRequired { get; init; }

    /// <summary><c>key: ~</c> is the same as leaving the key out.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>What holds when the key is left out, written as in a manifest.</summary>
    public string? Default { get; init; }

    public abstract Shape Shape { get; }

    public abstract object? Read(YamlNode node, DiagnosticBag bag);
}

internal sealed class Field<T>(string key, Shape<T> shape, string description) : Field(key, description)
    where T : class
{
    private T? _default;

    public override Shape Shape => shape;

    /// <summary>The default, read through the shape like anything a user writes; it stands nowhere.</summary>
    public T DefaultValue => _default ??= ReadDefault();

    public override object? Read(YamlNode node, DiagnosticBag bag) =>
        MayBeNull && node is YamlScalar { Kind: ScalarKind.Null } ? null : shape.Read(node, Key, bag);

    private T ReadDefault()
    {
        var bag = new DiagnosticBag();
        var node = YamlTreeReader.Read(Default ?? throw new InvalidOperationException($"'{Key}' has no default."), "", bag);
        return shape.Read(node!, Key, bag) ?? throw new InvalidOperationException($"The default of '{Key}' is not of its own shape.");
    }
}

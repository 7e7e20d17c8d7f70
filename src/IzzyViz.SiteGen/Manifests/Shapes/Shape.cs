using System.Text.Json.Nodes;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests.Yaml;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>What a value of the manifest has to look like. The binder, the JSON schema and the reference page are three readings of it.</summary>
internal abstract class Shape
{
    /// <summary>As in "has to be …": "a whole number", "a list of …".</summary>
    public abstract string Says { get; }

    /// <summary>Draft-07 schema of the value.</summary>
    public abstract JsonObject Schema();

    /// <summary>The records inside, for the reference page; empty for plain values.</summary>
    public virtual IEnumerable<RecordShape> Records => [];
}

internal abstract class Shape<T> : Shape
    where T : class
{
    /// <summary>The value, or null after saying in the bag what is wrong with it.</summary>
    /// <param name="name">The key it belongs to, for messages.</param>
    public abstract T? Read(YamlNode node, string name, DiagnosticBag bag);

    protected T? Refuse(YamlNode node, string name, DiagnosticBag bag)
    {
        bag.Add(ManifestDiagnostics.WrongType.At(node.At, name, Says, node.Says));
        return null;
    }
}

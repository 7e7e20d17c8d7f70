using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

internal sealed record OnnxNode
{
    public string Name { get; init; } = "";

    public required string Op { get; init; }

    public string Domain { get; init; } = "";

    public ImmutableArray<string> Inputs { get; init; } = [];

    public ImmutableArray<string> Outputs { get; init; } = [];

    public ImmutableArray<OnnxAttribute> Attributes { get; init; } = [];

    /// <summary>The module path that newer exporters leave in the node's metadata; empty elsewhere.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Operator with its domain, as in <c>com.microsoft.Attention</c>; the default domain is not written.</summary>
    public string FullOp => Domain.Length == 0 ? Op : $"{Domain}.{Op}";

    /// <summary>What messages call the node: its name, or its first output where it has none.</summary>
    public string Label => Name.Length > 0 ? Name : Outputs.FirstOrDefault(o => o.Length > 0) ?? Op;

    public string Input(int index) => index < Inputs.Length ? Inputs[index] : "";

    public string Output(int index) => index < Outputs.Length ? Outputs[index] : "";

    public OnnxAttribute? Attribute(string name) => Attributes.FirstOrDefault(a => a.Name == name);

    public long Int(string name, long fallback = 0) => Attribute(name)?.Int ?? fallback;

    public float Float(string name, float fallback = 0) => Attribute(name)?.Float ?? fallback;

    public ImmutableArray<long> Ints(string name) => Attribute(name)?.Ints ?? [];

    public OnnxNode With(OnnxAttribute attribute) =>
        this with { Attributes = [.. Attributes.Where(a => a.Name != attribute.Name), attribute] };

    /// <summary>The same node with an output at a position, empty names filling the gap.</summary>
    public OnnxNode WithOutput(int index, string name)
    {
        var outputs = Outputs.ToBuilder();
        while (outputs.Count <= index)
        {
            outputs.Add("");
        }

        outputs[index] = name;
        return this with { Outputs = outputs.ToImmutable() };
    }

    public bool Is(string op) => Domain.Length == 0 && Op == op;

    public bool IsContrib(string op) => Domain == "com.microsoft" && Op == op;
}

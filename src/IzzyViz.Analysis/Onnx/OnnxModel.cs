using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

/// <summary>What a model file says, without its weights: tensors are slices of the mapped file.</summary>
internal sealed record OnnxModel
{
    public long IrVersion { get; init; }

    public string Producer { get; init; } = "";

    /// <summary>Operator set version by domain; the default domain is the empty string.</summary>
    public ImmutableSortedDictionary<string, long> Opsets { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    public OnnxGraph Graph { get; init; } = new();

    public ImmutableArray<OnnxFunction> Functions { get; init; } = [];

    public long Opset => Opsets.GetValueOrDefault("", 1);
}

internal sealed record OnnxGraph
{
    public string Name { get; init; } = "";

    public ImmutableArray<OnnxNode> Nodes { get; init; } = [];

    public ImmutableArray<OnnxTensor> Initializers { get; init; } = [];

    public ImmutableArray<OnnxValue> Inputs { get; init; } = [];

    public ImmutableArray<OnnxValue> Outputs { get; init; } = [];

    /// <summary>Types of tensors in between, where the exporter wrote them.</summary>
    public ImmutableArray<OnnxValue> Values { get; init; } = [];

    /// <summary>Fields carried along unread (sparse initializers), tags included.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Others { get; init; } = [];
}

/// <summary>A model-local function: nodes that calls of <c>Domain.Name</c> stand for.</summary>
internal sealed record OnnxFunction
{
    public string Name { get; init; } = "";

    public string Domain { get; init; } = "";

    public ImmutableArray<string> Inputs { get; init; } = [];

    public ImmutableArray<string> Outputs { get; init; } = [];

    public ImmutableArray<OnnxNode> Nodes { get; init; } = [];

    /// <summary>Attributes with a default value; a call may leave them out.</summary>
    public ImmutableArray<OnnxAttribute> Defaults { get; init; } = [];
}

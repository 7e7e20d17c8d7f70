using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>What is added to a graph so that one site's probabilities come out of it.</summary>
internal sealed record Probe
{
    /// <summary>The tensor that becomes an output.</summary>
    public required string Output { get; init; }

    /// <summary>The tensors that are read: <see cref="Output"/>, or one per head.</summary>
    public ImmutableArray<string> Fetched => HeadOutputs.IsEmpty ? [Output] : HeadOutputs;

    /// <summary>Each head on its own, where the tensor of all is too large to be read.</summary>
    public ImmutableArray<string> HeadOutputs { get; init; } = [];

    /// <summary>From the end: 0, or 1 where keys come first.</summary>
    public int KeyAxis { get; init; }

    public ImmutableArray<int> Order { get; init; } = [];

    /// <summary>Three axes hold heads times examples in this order.</summary>
    public bool HeadsAreOutermost { get; init; }

    /// <summary>The graph does not say that its queries are tokens and not examples.</summary>
    public bool MayRelateExamples { get; init; }

    /// <summary>The node that takes the place of the site's own, where one must be switched on.</summary>
    public OnnxNode? Replacement { get; init; }

    public ImmutableArray<OnnxNode> Nodes { get; init; } = [];

    public ImmutableArray<OnnxTensor> Tensors { get; init; } = [];

    /// <summary>Types the runtime cannot infer.</summary>
    public ImmutableArray<OnnxValue> Values { get; init; } = [];

    /// <summary>Values and the graph's own next tensor, for the check that weights times values is what the graph computed; null where not comparable.</summary>
    public ValueProbe? Check { get; init; }

    /// <summary>Queries, keys and values; null where nobody asked.</summary>
    public ProjectionProbe? Projection { get; init; }

    /// <summary>Everything that is added, whatever it is for.</summary>
    public IEnumerable<OnnxNode> AllNodes => Nodes.Concat(Projection?.Nodes ?? []);

    public IEnumerable<OnnxTensor> AllTensors => Tensors.Concat(Projection?.Tensors ?? []);
}

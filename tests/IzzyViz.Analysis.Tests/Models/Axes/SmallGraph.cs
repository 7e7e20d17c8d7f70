using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tests.Captures;

namespace IzzyViz.Analysis.Tests.Models.Axes;

/// <summary>A few nodes over inputs of told sizes, and what is found out about them.</summary>
internal sealed class SmallGraph
{
    private readonly List<OnnxValue> _inputs = [];
    private readonly List<OnnxTensor> _weights = [];
    private readonly List<OnnxNode> _nodes = [];

    public GraphBuilder Graph { get; } = new("small", 18);

    /// <param name="sizes">Numbers or symbols, parted by spaces.</param>
    public string Input(string name, string sizes, ElementType type = ElementType.Float32)
    {
        _inputs.Add(TinyModel.Input(name, type, sizes.Split(' ')));
        return name;
    }

    public string Weights(string name, params ImmutableArray<long> dims)
    {
        _weights.Add(OnnxTensor.Of(name, [.. Enumerable.Range(0, (int)dims.Aggregate(1L, (all, size) => all * size)).Select(i => (float)i)], dims));
        return name;
    }

    /// <summary>Constants that are all the same.</summary>
    public string Uniform(string name, float value, params ImmutableArray<long> dims)
    {
        _weights.Add(OnnxTensor.Of(name, [.. Enumerable.Repeat(value, (int)dims.Aggregate(1L, (all, size) => all * size))], dims));
        return name;
    }

    /// <summary>A node of several outputs.</summary>
    public OnnxNode Several(string op, ImmutableArray<string> inputs, int outputs, params ImmutableArray<OnnxAttribute> attributes)
    {
        var name = $"several/{_nodes.Count}";
        _nodes.Add(new() { Op = op, Name = name, Inputs = inputs, Outputs = [.. Enumerable.Range(0, outputs).Select(i => $"{name}/{i}")], Attributes = attributes });
        return _nodes[^1];
    }

    public string Concat(long axis, params ImmutableArray<string> parts) => Graph.Add("Concat", parts, OnnxAttribute.Of("axis", axis));

    /// <summary>One size of a tensor, in a list of one.</summary>
    public string Size(string tensor, long axis) => Graph.Unsqueeze(Graph.Size(tensor, axis), 0);

    /// <summary>A Reshape to sizes that are computed or written, joined to one list.</summary>
    public string Reshape(string tensor, params ImmutableArray<string> sizes) => Graph.Add("Reshape", [tensor, Concat(0, sizes)]);

    public string Cut(string tensor, long axis, string start, string end) => Graph.Add("Slice", [tensor, start, end, Graph.Ints(axis)]);

    public DataFlow Flow() => new(new OnnxModel
    {
        Opsets = ImmutableSortedDictionary<string, long>.Empty.Add("", 18),
        Graph = new() { Nodes = [.. Graph.Nodes, .. _nodes], Initializers = [.. Graph.Tensors, .. _weights], Inputs = [.. _inputs] },
    });

    public ReshapeSizes Sizes(string reshaped) => Sizes(Flow(), reshaped);

    public static ReshapeSizes Sizes(DataFlow flow, string reshaped) => new(flow, flow.Producer(reshaped)!);

    /// <summary>How long the axes of a tensor are, the first first: numbers, symbols, or <c>tensor.axis</c> of a root; factors come first.</summary>
    public string Extents(string tensor, int rank)
    {
        var flow = Flow();
        return string.Join(' ', Enumerable.Range(0, rank).Select(front => Text(flow.Extents.Of(tensor, rank - 1 - front))));
    }

    public static string Text(Extent? extent) => extent is not { } known ? "?"
        : string.Join('·', known.Roots.Select(r => r.Axis == Extent.Fed ? r.Tensor : "new").Prepend($"{known.Count}").Where((factor, place) => place > 0 || factor != "1" || known.Roots.IsEmpty));
}

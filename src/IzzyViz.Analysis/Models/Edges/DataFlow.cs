using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Edges;

/// <summary>Who makes and who reads each tensor of a graph, and which graph inputs its values depend on.</summary>
internal sealed class DataFlow
{
    private readonly Dictionary<string, OnnxNode> _producers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(OnnxNode Node, int Index)>> _consumers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnnxTensor> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InputSet> _reach = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnnxValue> _values = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A tensor is made twice, or the graph has a cycle.</exception>
    public DataFlow(OnnxModel model)
    {
        (Graph, Extents, SizeValues) = (model.Graph, new(this), new(this));
        Opset = model.Opset;
        foreach (var tensor in Graph.Initializers)
        {
            _constants[tensor.Name] = tensor;
        }

        foreach (var value in Graph.Values.Concat(Graph.Outputs).Concat(Graph.Inputs))
        {
            _values[value.Name] = value;
        }

        Connect();
        Nodes = TopologicalOrder.Of(Graph.Nodes, _producers, Graph.Outputs.Select(o => o.Name));
        Alias();
        Spread();
        Measure();
    }

    public OnnxGraph Graph { get; }

    public long Opset { get; }

    /// <summary>Makers before readers.</summary>
    public ImmutableArray<OnnxNode> Nodes { get; }

    /// <summary>How many axes each tensor has that a node makes; null where that cannot be told.</summary>
    public Dictionary<string, int?> Ranks { get; } = new(StringComparer.Ordinal);

    /// <summary>Which axes are as long as which others.</summary>
    public Extents Extents { get; }

    /// <summary>Sizes that are computed.</summary>
    public SizeValues SizeValues { get; }

    public OnnxNode? Producer(string tensor) => _producers.GetValueOrDefault(tensor);

    public IReadOnlyList<(OnnxNode Node, int Index)> Consumers(string tensor) => _consumers.TryGetValue(tensor, out var list) ? list : [];

    public OnnxTensor? Constant(string tensor) => _constants.GetValueOrDefault(tensor);

    /// <summary>A constant that is one whole number.</summary>
    public long? Number(string tensor) => Constant(tensor) is { Count: 1 } constant && constant.Int64s() is [var number] ? number : null;

    public OnnxValue? Value(string tensor) => _values.GetValueOrDefault(tensor);

    /// <summary>The graph inputs whose values reach a tensor; shapes taken from an input do not count.</summary>
    public InputSet Reach(string tensor) => tensor.Length > 0 && _reach.TryGetValue(tensor, out var set) ? set : InputSet.Empty;

    /// <summary>Whether a tensor's values depend on what is fed.</summary>
    public bool IsData(string tensor) => !Reach(tensor).IsEmpty;

    /// <summary>The graph inputs that tokens are made of: all but masks, positions, types and biases.</summary>
    public InputSet Bearers { get; private set; } = InputSet.Empty;

    /// <summary>Graph inputs that must be fed: those without an initializer of the same name.</summary>
    public IEnumerable<OnnxValue> FedInputs => Graph.Inputs.Where(i => !_constants.ContainsKey(i.Name));

    private void Connect()
    {
        foreach (var node in Graph.Nodes)
        {
            foreach (var output in node.Outputs.Where(o => o.Length > 0))
            {
                if (!_producers.TryAdd(output, node))
                {
                    throw new InvalidDataException($"tensor '{output}' is made by two nodes");
                }
            }

            for (var i = 0; i < node.Inputs.Length; i++)
            {
                Readers(node.Inputs[i]).Add((node, i));
            }
        }
    }

    private List<(OnnxNode Node, int Index)> Readers(string tensor) =>
        _consumers.TryGetValue(tensor, out var list) ? list : _consumers[tensor] = [];

    private void Spread()
    {
        var index = 0;
        foreach (var input in FedInputs)
        {
            _reach[input.Name] = InputSet.Of(index++);
            Bearers = InputRoles.Of(input) is InputRole.Mask or InputRole.Positions or InputRole.Types || ImageInput.IsBias(this, input) ? Bearers : Bearers.With(Reach(input.Name));
        }

        foreach (var node in Nodes)
        {
            var set = node.Op is "Shape" or "Size" && node.Domain.Length == 0 ? InputSet.Empty : ReachOf(node);
            foreach (var output in node.Outputs)
            {
                _reach[output] = set;
            }
        }
    }

    /// <summary>Weights that several layers share may come under another name for each.</summary>
    private void Alias()
    {
        foreach (var node in Nodes)
        {
            if (node.Is("Identity") && _constants.TryGetValue(node.Input(0), out var constant) && constant.Type.IsFloat())
            {
                _constants.TryAdd(node.Output(0), constant);
            }
        }
    }

    private void Measure()
    {
        foreach (var node in Nodes)
        {
            for (var i = 0; i < node.Outputs.Length; i++)
            {
                Ranks[node.Outputs[i]] = Rank.OfMade(this, node, i);
            }
        }
    }

    private InputSet ReachOf(OnnxNode node)
    {
        var set = InputSet.Empty;
        foreach (var input in node.Inputs.Concat(node.Attributes.SelectMany(a => a.Graphs).SelectMany(Captured)))
        {
            set = set.With(Reach(input));
        }

        return set;
    }

    private static IEnumerable<string> Captured(OnnxGraph graph) => graph.Nodes
        .SelectMany(n => n.Inputs.Concat(n.Attributes.SelectMany(a => a.Graphs).SelectMany(Captured)))
        .Concat(graph.Outputs.Select(o => o.Name));
}

using System.Collections.Immutable;
using System.Globalization;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Onnx;

/// <summary>Collects the nodes and weights of a graph as a traced export has them: values are named after their module.</summary>
internal sealed class GraphWriter(WeightFormat format = WeightFormat.Float32)
{
    private const int OpsetVersion = 17;
    private const int IrVersion = 8;

    private readonly List<OnnxNode> _nodes = [];
    private readonly Dictionary<string, OnnxTensor> _constants = new(StringComparer.Ordinal);
    private readonly List<OnnxTensor> _weights = [];
    private readonly List<OnnxPort> _inputs = [];
    private readonly List<OnnxPort> _outputs = [];
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <param name="module">Module path, as in <c>bert/encoder/layer.0/attention/self</c>.</param>
    /// <returns>The name of the value the node computes.</returns>
    public string Node(string op, string module, ImmutableArray<string> inputs, params ImmutableArray<OnnxAttribute> attributes)
    {
        var path = module.Length == 0 ? $"/{op}" : $"/{module}/{op}";
        var use = _uses[path] = _uses.GetValueOrDefault(path, -1) + 1;
        var name = use == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}_{use}");
        _nodes.Add(new OnnxNode(op, name, inputs, $"{name}_output_0") { Attributes = attributes });
        return _nodes[^1].Output;
    }

    public string Input(string name, ElementType type, params ImmutableArray<string> shape)
    {
        _inputs.Add(new OnnxPort(name, type, shape));
        return name;
    }

    public void Output(string value, string name, params ImmutableArray<string> shape)
    {
        _renamed.Add(value, name);
        _outputs.Add(new OnnxPort(name, ElementType.Float, shape));
    }

    public string Scalar(string name, float value) => Constant(OnnxTensor.Floats(name, [], [value]));

    public string Integers(string name, params ImmutableArray<long> values) =>
        Constant(OnnxTensor.Integers(name, [values.Length], values.AsSpan()));

    public string Integer(string name, long value) => Constant(OnnxTensor.Integers(name, [], [value]));

    /// <summary>A vector, or a matrix that stays in float: biases, and what normalises.</summary>
    public string Vector(string name, Matrix vector)
    {
        _weights.Add(OnnxTensor.Floats(name, [vector.Columns], vector.Values));
        return name;
    }

    /// <summary>
    /// A weight matrix, stored as the format of this graph says. Int8 is undone by Cast and Mul: ONNX Runtime fuses DequantizeLinear
    /// into products that round the activations too.
    /// </summary>
    public string Matrix(string name, Matrix matrix)
    {
        if (format == WeightFormat.Float32)
        {
            _weights.Add(OnnxTensor.Floats(name, [matrix.Rows, matrix.Columns], matrix.Values));
            return name;
        }

        var (quantised, scales) = Int8Weights.Quantise(name, matrix);
        _weights.AddRange([quantised, scales]);
        var integers = Node("Cast", name, [quantised.Name], OnnxAttribute.Of("to", (long)ElementType.Float));
        return Node("Mul", name, [integers, scales.Name]);
    }

    public byte[] ToModel(string graphName)
    {
        var graph = new WireMessage()
            .Each(_nodes, (m, node) => m.Nested(1, node.ToWire(Rename)))
            .Text(2, graphName)
            .Each(_weights.Concat(_constants.Values), (m, tensor) => m.Nested(5, tensor.ToWire()))
            .Each(_inputs, (m, port) => m.Nested(11, port.ToWire()))
            .Each(_outputs, (m, port) => m.Nested(12, port.ToWire()));
        var opset = new WireMessage().Text(1, string.Empty).Number(2, OpsetVersion);
        return new WireMessage().Number(1, IrVersion).Text(2, "izzyviz-demo-models").Nested(7, graph).Nested(8, opset).ToArray();
    }

    private string Constant(OnnxTensor tensor)
    {
        _constants.TryAdd(tensor.Name, tensor);
        return tensor.Name;
    }

    private string Rename(string value) => _renamed.GetValueOrDefault(value, value);
}

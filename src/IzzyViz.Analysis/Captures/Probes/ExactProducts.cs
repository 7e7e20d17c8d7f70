using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// Turns signed 8-bit weights of integer products into unsigned ones, zero point moved along. The product is the same number; but x86 processors without
/// VNNI add pairs of unsigned-by-signed products in 16 bits and saturate, so that results would depend on the machine.
/// </summary>
internal sealed class ExactProducts(GraphAnalysis analysis)
{
    private const byte SignBit = 0x80;

    private readonly Dictionary<string, OnnxTensor> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnnxTensor> _constants = analysis.Model.Graph.Initializers.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public OnnxGraph Apply(OnnxGraph graph)
    {
        ImmutableArray<OnnxNode> nodes = [.. graph.Nodes.Select(Exact)];
        return graph with { Nodes = nodes, Initializers = [.. graph.Initializers, .. _made.Values.OrderBy(t => t.Name, StringComparer.Ordinal)] };
    }

    private OnnxNode Exact(OnnxNode node)
    {
        var zero = ZeroPointIndex(node);
        return zero == 0 || Constant(node.Input(1)) is not { Type: ElementType.Int8 } weight || HasComputedZero(node, zero) ? node
            : node with { Inputs = Inputs(node, weight, zero) };
    }

    private static int ZeroPointIndex(OnnxNode node) => node switch
    {
        { Domain: "", Op: "MatMulInteger" or "ConvInteger" } => 3,
        { Domain: "com.microsoft", Op: "DynamicQuantizeMatMul" } => 3,
        { Domain: "com.microsoft", Op: "MatMulIntegerToFloat" } => 5,
        { Domain: "com.microsoft", Op: "QAttention" } => 7,
        _ => 0,
    };

    private bool HasComputedZero(OnnxNode node, int index) => node.Input(index) is { Length: > 0 } name && Constant(name) is not { Type: ElementType.Int8 };

    private ImmutableArray<string> Inputs(OnnxNode node, OnnxTensor weight, int zero)
    {
        var inputs = node.Inputs.ToBuilder();
        while (inputs.Count <= zero)
        {
            inputs.Add("");
        }

        inputs[1] = Unsigned(weight);
        inputs[zero] = inputs[zero].Length > 0 ? Unsigned(Constant(inputs[zero])!) : Keep(OnnxTensor.Of("izzyviz/zero-point", ElementType.UInt8, [SignBit], []));
        return inputs.ToImmutable();
    }

    private string Unsigned(OnnxTensor tensor)
    {
        var name = $"izzyviz/unsigned/{tensor.Name}";
        if (_made.ContainsKey(name))
        {
            return name;
        }

        var bytes = tensor.External is null ? Bytes(tensor) : analysis.Weights.Read(tensor);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= SignBit;
        }

        return Keep(OnnxTensor.Of(name, ElementType.UInt8, bytes, tensor.Dims));
    }

    private static byte[] Bytes(OnnxTensor tensor) => tensor.Data.IsEmpty ? [.. TensorSkimmer.TypedInts(tensor).Select(i => (byte)i)] : tensor.Data.ToArray();

    private string Keep(OnnxTensor tensor)
    {
        _made[tensor.Name] = tensor;
        return tensor.Name;
    }

    private OnnxTensor? Constant(string name) => _constants.GetValueOrDefault(name);
}

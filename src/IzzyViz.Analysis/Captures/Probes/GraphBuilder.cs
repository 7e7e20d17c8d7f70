using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>Appends nodes and constants under one prefix; each call returns the name of what it made.</summary>
internal sealed class GraphBuilder(string prefix, long opset)
{
    private const long AxesAreInputs = 13;

    private readonly ImmutableArray<OnnxNode>.Builder _nodes = ImmutableArray.CreateBuilder<OnnxNode>();
    private readonly ImmutableArray<OnnxTensor>.Builder _tensors = ImmutableArray.CreateBuilder<OnnxTensor>();

    public ImmutableArray<OnnxNode> Nodes => _nodes.ToImmutable();

    public ImmutableArray<OnnxTensor> Tensors => _tensors.ToImmutable();

    public string Add(string op, ImmutableArray<string> inputs, params ImmutableArray<OnnxAttribute> attributes) =>
        Add(new OnnxNode { Op = op, Inputs = inputs, Attributes = attributes });

    /// <summary>Adds a node that gives one tensor, under a name of its own.</summary>
    public string Add(OnnxNode node) => Add(node, $"{prefix}/{_nodes.Count}");

    /// <summary>Adds a node that gives a tensor which others know by name.</summary>
    public string Add(OnnxNode node, string output)
    {
        _nodes.Add(node with { Name = $"{prefix}/{_nodes.Count}", Outputs = [output] });
        return output;
    }

    public string Ints(params ReadOnlySpan<long> values) => Keep(OnnxTensor.Of(Next(), values, values.Length));

    public string IntScalar(long value) => Keep(OnnxTensor.Of(Next(), [value], []));

    /// <summary>A number in the type of the activations.</summary>
    public string Number(float value, ElementType type) => Keep(type == ElementType.Float16
        ? OnnxTensor.Of(Next(), type, BitConverter.GetBytes((Half)Math.Clamp(value, -65504f, 65504f)), [])
        : OnnxTensor.Of(Next(), [value], []));

    public string Reshape(string tensor, params ReadOnlySpan<long> shape) => Add("Reshape", [tensor, Ints(shape)]);

    public string Transpose(string tensor, params ImmutableArray<long> perm) => Add("Transpose", [tensor], OnnxAttribute.Of("perm", perm));

    public string Slice(string tensor, long axis, long start, long end) => Add("Slice", [tensor, Ints(start), Ints(end), Ints(axis)]);

    public string Cast(string tensor, ElementType type) => Add("Cast", [tensor], OnnxAttribute.Of("to", (long)type));

    public string Unsqueeze(string tensor, long axis) => opset >= AxesAreInputs
        ? Add("Unsqueeze", [tensor, Ints(axis)]) : Add("Unsqueeze", [tensor], OnnxAttribute.Of("axes", [axis]));

    /// <summary>One size of a tensor, as a scalar.</summary>
    public string Size(string tensor, long axis) => Add("Gather", [Add("Shape", [tensor]), IntScalar(axis)]);

    /// <summary>0, 1, … up to a scalar.</summary>
    public string Range(string count) => Add("Range", [IntScalar(0), count, IntScalar(1)]);

    private string Next() => $"{prefix}/constant/{_tensors.Count}";

    private string Keep(OnnxTensor tensor)
    {
        _tensors.Add(tensor);
        return tensor.Name;
    }
}

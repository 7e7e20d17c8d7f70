using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>Turns Constant nodes that hold a tensor into initializers, so that weights are found in one place only.</summary>
internal static class ConstantFolding
{
    public static OnnxGraph Apply(OnnxGraph graph)
    {
        var (nodes, tensors) = (ImmutableArray.CreateBuilder<OnnxNode>(graph.Nodes.Length), graph.Initializers.ToBuilder());
        foreach (var node in graph.Nodes)
        {
            if (Value(node) is { } tensor)
            {
                tensors.Add(tensor);
            }
            else
            {
                nodes.Add(node);
            }
        }

        return graph with { Nodes = nodes.ToImmutable(), Initializers = tensors.ToImmutable() };
    }

    private static OnnxTensor? Value(OnnxNode node)
    {
        if (!node.Is("Constant") || node.Outputs.Length != 1)
        {
            return null;
        }

        var name = node.Outputs[0];
        return node.Attributes switch
        {
            [{ Name: "value", Tensor: { } tensor }] => Named(tensor, name),
            [{ Name: "value_int", Int: { } i }] => OnnxTensor.Of(name, [i]),
            [{ Name: "value_float", Float: { } f }] => OnnxTensor.Of(name, [f]),
            [{ Name: "value_ints", Ints: var ints }] => OnnxTensor.Of(name, ints.AsSpan(), ints.Length),
            _ => null,
        };
    }

    private static OnnxTensor Named(OnnxTensor tensor, string name)
    {
        var writer = new WireWriter();
        var reader = new WireReader(tensor.Raw);
        while (reader.Next())
        {
            var field = reader.Field;
            var bytes = reader.Skip();
            if (field != 8)
            {
                writer.Verbatim(bytes.Span);
            }
        }

        // Large data is handed to the runtime from the mapped file, so only small tensors are copied here.
        return tensor with { Name = name, Raw = MappedTensors.IsMapped(tensor) ? tensor.Raw : writer.Text(8, name).ToArray() };
    }
}

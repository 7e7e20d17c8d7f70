using System.Collections.Immutable;

namespace IzzyViz.Analysis.Onnx;

/// <summary>Serialises a model. Tensors with an entry in <c>places</c> are written as references to where their data lies.</summary>
internal static class OnnxWriter
{
    public static byte[] Write(OnnxModel model, IReadOnlyDictionary<string, ExternalData> places)
    {
        var writer = new WireWriter().Int64(1, model.IrVersion).Text(2, "izzyviz");
        foreach (var (domain, version) in model.Opsets)
        {
            writer.Message(8, new WireWriter().Text(1, domain).Int64(2, version));
        }

        return writer.Message(7, Graph(model.Graph, places)).ToArray();
    }

    public static WireWriter Graph(OnnxGraph graph, IReadOnlyDictionary<string, ExternalData> places)
    {
        var writer = new WireWriter().Text(2, graph.Name.Length > 0 ? graph.Name : "graph");
        foreach (var node in graph.Nodes)
        {
            writer.Message(1, Node(node));
        }

        foreach (var tensor in graph.Initializers)
        {
            writer.Bytes(5, places.TryGetValue(tensor.Name, out var place) ? Reference(tensor, place).Written.Span : tensor.Raw.Span);
        }

        Values(writer, 11, graph.Inputs);
        Values(writer, 12, graph.Outputs);
        Values(writer, 13, graph.Values);
        foreach (var other in graph.Others)
        {
            writer.Verbatim(other.Span);
        }

        return writer;
    }

    private static void Values(WireWriter writer, int field, ImmutableArray<OnnxValue> values)
    {
        foreach (var value in values)
        {
            writer.Bytes(field, value.Raw.Span);
        }
    }

    public static WireWriter Node(OnnxNode node)
    {
        var writer = new WireWriter();
        foreach (var input in node.Inputs)
        {
            writer.Text(1, input);
        }

        foreach (var output in node.Outputs)
        {
            writer.Text(2, output);
        }

        writer.Text(3, node.Name).Text(4, node.Op).Text(7, node.Domain);
        foreach (var attribute in node.Attributes)
        {
            writer.Bytes(5, attribute.Raw.Span);
        }

        return writer;
    }

    private static WireWriter Reference(OnnxTensor tensor, ExternalData place)
    {
        var writer = new WireWriter();
        foreach (var dim in tensor.Dims)
        {
            writer.Int64(1, dim);
        }

        writer.Int64(2, (int)tensor.Type).Text(8, tensor.Name);
        Entry(writer, "location", place.Location);
        Entry(writer, "offset", $"{place.Offset}");
        Entry(writer, "length", $"{place.Length}");
        return writer.Int64(14, 1);
    }

    private static void Entry(WireWriter writer, string key, string value) =>
        writer.Message(13, new WireWriter().Text(1, key).Text(2, value));
}

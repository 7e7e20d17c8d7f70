namespace IzzyViz.DemoModels.Onnx;

/// <summary>Additive masks as exporters write them: 0 where a key may be seen, the lowest float where not.</summary>
internal static class MaskNodes
{
    private const float Hidden = float.MinValue;

    /// <summary>[batch, 1, 1, key] from a 0/1 mask [batch, key].</summary>
    public static string Padding(GraphWriter graph, string module, string mask)
    {
        var rows = graph.Node("Unsqueeze", module, [mask, graph.Integers("axes_1", 1)]);
        var cells = graph.Node("Unsqueeze", module, [rows, graph.Integers("axes_2", 2)]);
        var visible = graph.Node("Cast", module, [cells], OnnxAttribute.Of("to", (long)ElementType.Float));
        var hidden = graph.Node("Sub", module, [graph.Scalar("one", 1), visible]);
        return graph.Node("Mul", module, [hidden, graph.Scalar("hidden", Hidden)]);
    }

    /// <summary>[query, key]: a token sees itself and what is before it.</summary>
    public static string Causal(GraphWriter graph, string module, string inputIds)
    {
        var visible = graph.Node("LessOrEqual", module, [Positions(graph, module, inputIds, 0), Positions(graph, module, inputIds, 1)]);
        return graph.Node("Where", module, [visible, graph.Scalar("zero", 0), graph.Scalar("hidden", Hidden)]);
    }

    /// <summary>[batch, 1, query, key]: causal, and padding keys hidden; a sum of both would overflow to minus infinity.</summary>
    public static string CausalAndPadding(GraphWriter graph, string module, string inputIds, string mask)
    {
        var before = graph.Node("LessOrEqual", module, [Positions(graph, module, inputIds, 0), Positions(graph, module, inputIds, 1)]);
        var real = graph.Node("Cast", module, [mask], OnnxAttribute.Of("to", (long)ElementType.Bool));
        var rows = graph.Node("Unsqueeze", module, [real, graph.Integers("axes_1", 1)]);
        var cells = graph.Node("Unsqueeze", module, [rows, graph.Integers("axes_2", 2)]);
        var visible = graph.Node("And", module, [before, cells]);
        return graph.Node("Where", module, [visible, graph.Scalar("zero", 0), graph.Scalar("hidden", Hidden)]);
    }

    public static string SequenceLength(GraphWriter graph, string module, string inputIds)
    {
        var shape = graph.Node("Shape", module, [inputIds]);
        return graph.Node("Gather", module, [shape, graph.Integer("axis_of_sequence", 1)], OnnxAttribute.Of("axis", 0L));
    }

    /// <summary>0, 1, 2 … as a row (axis 0 added) or a column (axis 1 added).</summary>
    private static string Positions(GraphWriter graph, string module, string inputIds, long axis)
    {
        var length = SequenceLength(graph, module, inputIds);
        var range = graph.Node("Range", module, [graph.Integer("start", 0), length, graph.Integer("step", 1)]);
        return graph.Node("Unsqueeze", module, [range, graph.Integers($"axes_{axis}", axis)]);
    }
}

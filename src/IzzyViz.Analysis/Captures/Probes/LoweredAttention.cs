using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// A <c>com.microsoft.Attention</c> written as what it stands for: one projection, and a <c>MultiHeadAttention</c>, which can give out its scores. So nothing is
/// computed twice; that the model's outputs stay as they were is checked once per model.
/// </summary>
internal static class LoweredAttention
{
    private const int Mask = 3;
    private const int Past = 4;
    private const int Bias = 5;

    /// <summary>The operator that takes the node's place, and the nodes before it; null where the node has a cache or a mask that the other does not take.</summary>
    public static (OnnxNode Node, GraphBuilder Before)? Of(DataFlow flow, OnnxNode node)
    {
        if (node.Op != "Attention" || node.Input(Past).Length > 0 || node.Output(1).Length > 0 || flow.Constant(node.Input(1)) is not { Dims: [_, var width] } || !IsTaken(flow, node.Input(Mask)))
        {
            return null;
        }

        var graph = new GraphBuilder(ProbePlanner.Name(node, "projected"), flow.Opset);
        var size = node.Ints("qkv_hidden_sizes") is [var query, ..] ? query : width / 3;
        var projected = graph.Add("MatMul", [node.Input(0), node.Input(1)]);

        // Values that are whole before the operator weighs them can be checked against its result.
        projected = node.Input(2).Length > 0 ? graph.Add("Add", [projected, node.Input(2)]) : projected;
        var (q, k, v) = (graph.Slice(projected, 2, 0, size), graph.Slice(projected, 2, size, 2 * size), graph.Slice(projected, 2, 2 * size, long.MaxValue));
        return (node with
        {
            Op = "MultiHeadAttention",
            Inputs = [q, k, v, "", node.Input(Mask), node.Input(Bias)],
            Attributes = [.. node.Attributes.Where(a => a.Name is "num_heads" or "scale" or "mask_filter_value" or "unidirectional")],
        }, graph);
    }

    private static bool IsTaken(DataFlow flow, string mask) => mask.Length == 0 || Rank.Of(flow, mask) is 2 or 3;
}

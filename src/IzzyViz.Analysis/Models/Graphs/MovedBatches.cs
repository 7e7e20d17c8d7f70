using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Graphs;

/// <summary>
/// Writes out the transposition that a fused product does to its operands' first axis (transBatchA, transBatchB), so that a product is always one over the last two
/// axes. Where the rank is not known the node stays, and is no product to the matchers.
/// </summary>
internal static class MovedBatches
{
    private static readonly ImmutableArray<string> Attributes = ["transBatchA", "transBatchB"];

    public static OnnxModel WrittenOut(OnnxModel model)
    {
        if (!model.Graph.Nodes.Any(IsMoved))
        {
            return model;
        }

        var flow = new DataFlow(model);
        return model with { Graph = model.Graph with { Nodes = [.. model.Graph.Nodes.SelectMany(n => IsMoved(n) ? Plain(flow, n) : [n])] } };
    }

    public static bool IsMoved(OnnxNode node) => node.Domain.Length > 0 && node.Op is "FusedMatMul" or "TransposeMatMul" && Attributes.Any(a => node.Int(a) == 1);

    private static IEnumerable<OnnxNode> Plain(DataFlow flow, OnnxNode node)
    {
        var moved = Attributes.Select((a, i) => (Attribute: a, Index: i)).Where(m => node.Int(m.Attribute) == 1).ToList();
        if (moved.Any(m => Rank.Of(flow, node.Input(m.Index)) is not >= 3))
        {
            return [node];
        }

        var turns = moved.ConvertAll(m => Turn(flow, node, m.Index));
        var inputs = node.Inputs.Select((input, i) => moved.FindIndex(m => m.Index == i) is >= 0 and var t ? turns[t].Output(0) : input);
        return [.. turns, node with { Inputs = [.. inputs], Attributes = [.. node.Attributes.Where(a => !Attributes.Contains(a.Name, StringComparer.Ordinal))] }];
    }

    /// <summary>The first axis goes behind those of the batch.</summary>
    private static OnnxNode Turn(DataFlow flow, OnnxNode node, int index)
    {
        var rank = Rank.Of(flow, node.Input(index))!.Value;
        var name = $"izzyviz/{node.Output(0)}/{index}";
        return new() { Op = "Transpose", Name = name, Inputs = [node.Input(index)], Outputs = [name], Attributes = [OnnxAttribute.Of("perm", [.. Enumerable.Range(1, rank - 2).Select(i => (long)i), 0, rank - 1])] };
    }
}

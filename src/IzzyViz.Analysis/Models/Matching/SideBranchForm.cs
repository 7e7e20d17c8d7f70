using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Whether the probabilities of an operator that gives none out can be computed from its inputs.</summary>
internal static class SideBranchForm
{
    /// <summary>What stands in the way; null where nothing does, or where the operator is another one.</summary>
    public static string? Problem(DataFlow flow, OnnxNode node)
    {
        if (node is not ({ Op: "QAttention" } or { Op: "Attention", Domain: "com.microsoft" }))
        {
            return null;
        }

        var mask = node.Input(node.Op == "QAttention" ? 5 : 3);
        return flow.Constant(node.Input(1)) is not { Dims.Length: 2 } ? "its projection is not a constant; export without the fusion"
            : node.Int("do_rotary") != 0 ? "its rotary embedding has no CPU kernel; export without the fusion"
            : mask.Length > 0 && Rank.Of(flow, mask) is not (1 or 2 or 3) ? "the layout of its mask is not known; export without the fusion" : null;
    }
}

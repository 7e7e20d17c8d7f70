using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Whether a fused operator is in a form whose probabilities can be had.</summary>
internal static class FusedForm
{
    /// <summary>Axes of <c>[batch, token, head, part, feature]</c>.</summary>
    private const int Packed = 5;

    /// <summary>What stands in the way; null where nothing does. Operators that project by themselves are written another way, so all of their inputs have to be known.</summary>
    public static string? Problem(DataFlow flow, OnnxNode node)
    {
        if (node.Int("past_present_share_buffer") != 0)
        {
            return "its past and present share one buffer of the greatest length, most of which holds no keys; export without sharing";
        }

        if (node.Op == "MultiHeadAttention" && (Rank.Of(flow, node.Input(0)) == Packed || Rank.Of(flow, node.Input(1)) == Packed))
        {
            return "its packed queries, keys and values have no CPU kernel; export without packing";
        }

        if (node is not ({ Op: "QAttention" } or { Op: "Attention", Domain: "com.microsoft" }))
        {
            return null;
        }

        var inputs = FusedInputs.Of(node);
        return flow.Constant(inputs.Weight) is not { Dims: [_, var columns] } ? "its projection is not a constant; export without the fusion"
            : !SizesFit(node, columns) ? "the sizes of its queries, keys and values do not fit its projection"
            : node.Int("do_rotary") != 0 ? "its rotary embedding has no CPU kernel; export without the fusion"
            : inputs.Mask.Length > 0 && Rank.Of(flow, inputs.Mask) is not (1 or 2 or 3) ? "the layout of its mask is not known; export without the fusion" : null;
    }

    /// <summary>Queries and keys of one size and values of their own, each divided among the heads; all three are equal where nothing is written.</summary>
    private static bool SizesFit(OnnxNode node, long columns)
    {
        var heads = node.Int("num_heads");
        return (node.Ints("qkv_hidden_sizes") is { IsEmpty: false } written ? written : [columns / 3, columns / 3, columns / 3]) is [> 0 and var query, var key, > 0 and var value]
            && query == key && query + key + value == columns && heads > 0 && query % heads == 0 && value % heads == 0;
    }
}

using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>Heads of a module as the graph states them: an operator's attribute, or the Reshape that splits a projection; the config where neither tells.</summary>
internal static class HeadCounts
{
    private const int Furthest = 40;
    private const int HeadAxis = 2;

    public static (int Heads, int KeyValueHeads) Of(DataFlow flow, AttentionSite site, int sites, (int? Heads, int? KeyValueHeads) configured)
    {
        if (sites > 1)
        {
            return (sites, sites);
        }

        if (site.Anchor.Attribute("num_heads") is { Int: { } heads })
        {
            return ((int)heads, (int)site.Anchor.Int("kv_num_heads", heads));
        }

        if (site.Anchor.Attribute("q_num_heads") is { Int: { } queryHeads })
        {
            return ((int)queryHeads, (int)site.Anchor.Int("kv_num_heads", queryHeads));
        }

        var found = (int)(Count(flow, site.Query) ?? configured.Heads ?? 0);
        var shared = Shared(flow, site.Key, found == configured.Heads ? configured.KeyValueHeads : null) ?? found;
        return (found, shared > 0 && found % shared == 0 ? (int)shared : found);
    }

    /// <summary>Keys are repeated for the heads that share them, or taken by the product as they are.</summary>
    private static long? Shared(DataFlow flow, string keys, int? configured) =>
        RepeatedHeads.Before(flow, keys) is { } before ? HeadSplit.Of(flow, before.Tensor, before.Axis) ?? configured : Count(flow, keys);

    /// <summary>Of an operand <c>[batch, head, token, size]</c>, its first axes folded or its last ones turned; null where the graph does not say.</summary>
    private static long? Count(DataFlow flow, string operand) => Unfolded(flow, operand) is var heads
        ? HeadSplit.Of(flow, heads, HeadAxis) ?? Split(flow, operand) ?? flow.Extents.Of(heads, HeadAxis).Number : null;

    /// <summary>The operand before heads were folded into the batch; empty where they are neither folded nor apart.</summary>
    private static string Unfolded(DataFlow flow, string operand)
    {
        for (var step = 0; step < Furthest && Rank.Of(flow, operand) != 4; step++)
        {
            operand = flow.Producer(operand) is { Op: "Transpose" or "Cast" or "Mul" or "Div" or "Reshape" or "Identity" } node ? node.Inputs.FirstOrDefault(flow.IsData) ?? "" : "";
        }

        return operand;
    }

    /// <summary>From the Reshape that is seen to split a projection's features into heads. Where one part is taken out of several, these are queries, keys and values.</summary>
    private static long? Split(DataFlow flow, string tensor)
    {
        for (var step = 0; step < Furthest && flow.Producer(tensor) is { } node && Product.Of(node) is null && !(node.Op == "Gather" && Rank.Of(flow, node.Input(1)) == 0); step++)
        {
            if (node.Op == "Reshape" && ReshapeTarget.Of(flow, node.Input(1)) is [_, _, { } heads, _] && flow.Extents.Of(node).PartsOfLast == 2)
            {
                return heads;
            }

            tensor = node.Inputs.FirstOrDefault(flow.IsData) ?? "";
        }

        return null;
    }
}

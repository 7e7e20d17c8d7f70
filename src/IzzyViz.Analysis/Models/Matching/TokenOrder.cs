using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Whether scores and values have the tokens in the order of their keys and queries. A weight that stands elsewhere than its key, or weighs another token, would be read as that key's.</summary>
internal sealed class TokenOrder(DataFlow flow, OriginTrace origins)
{
    /// <summary>Whether something moved scores on their way from a product to the softmax, along whatever axis; null for nothing.</summary>
    public string? OfScores(IEnumerable<OnnxNode> way) => way.Any(n => Enumerable.Range(0, Rank.Of(flow, n.Output(0)) ?? 0).Any(axis => IsMoved(n, axis)))
        ? "its scores are in other places than the queries and keys they are of" : null;

    private bool IsMoved(OnnxNode node, int axis) => Displacement.Source(flow, node, axis) is not null || Picking.IsAlong(flow, node, axis)
        || (node.Op == "GatherElements" && WrittenAxis.FromEnd(flow, node.Input(0), node.Int("axis")) == axis)
        || (node.Op == "Reshape" && (flow.Extents.Of(node) is var sizes && (sizes.IsCrossed(axis) || sizes.IsRegrouped(axis)) || Interleaving.Of(flow, node, axis)));

    /// <summary>Why values are not those of the keys; null where they may be.</summary>
    public string? OfValues(AxisPlace? keys, AxisPlace values) => keys is not { } place || (AreAlike(place, values) && AreAlike(place.Outermost(flow), values.Outermost(flow))) ? null : "its values are in other places than the keys they are weighed by";

    private bool AreAlike(AxisPlace one, AxisPlace other) => IsKept(one, other) && IsKept(other, one);

    private bool IsKept(AxisPlace before, AxisPlace behind) =>
        (origins.Of(behind) != AxisOrigin.Chosen || origins.Of(before) is AxisOrigin.Chosen or AxisOrigin.Unknown) && !origins.Moves.Between(before, behind);
}

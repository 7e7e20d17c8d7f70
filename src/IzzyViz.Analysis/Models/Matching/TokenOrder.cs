using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Whether scores and values have the tokens in the order of their keys and queries. A weight that stands elsewhere than its key, or weighs another token, would be read as that key's.</summary>
internal sealed class TokenOrder(DataFlow flow, OriginTrace origins)
{
    /// <summary>Whether something moved scores on their way from a product to the softmax, along whatever axis; null for nothing.</summary>
    public string? OfScores(IEnumerable<OnnxNode> way) => way.Any(n => Enumerable.Range(0, Rank.Of(flow, n.Output(0)) ?? 0).Any(axis => Displacement.Source(flow, n, axis) is not null || Picking.IsAlong(flow, n, axis)))
        ? "its scores are in other places than the queries and keys they are of" : null;

    /// <summary>Why values are not those of the keys; null where they may be.</summary>
    public string? OfValues(AxisPlace? keys, AxisPlace values) => keys is not { } place || (IsKept(place, values) && IsKept(values, place)) ? null : "its values are in other places than the keys they are weighed by";

    private bool IsKept(AxisPlace before, AxisPlace behind) =>
        (origins.Of(behind) != AxisOrigin.Chosen || origins.Of(before) is AxisOrigin.Chosen or AxisOrigin.Unknown) && !origins.Moves.Between(before, behind);
}

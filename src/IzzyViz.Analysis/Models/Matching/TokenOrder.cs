using IzzyViz.Analysis.Models.Axes;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>Whether scores and values have the tokens in the order of their keys and queries. A weight that stands elsewhere than its key, or weighs another token, would be read as that key's.</summary>
internal sealed class TokenOrder(OriginTrace origins)
{
    /// <summary>What moved the scores of a product on their way to the softmax; null for nothing.</summary>
    public string? OfScores(AxisPlace? operand, AxisPlace scores) => operand is not { } place || IsKept(place, scores) ? null : "its scores are in other places than the queries and keys they are of";

    /// <summary>Why values are not those of the keys; null where they may be.</summary>
    public string? OfValues(AxisPlace? keys, AxisPlace values) => keys is not { } place || (IsKept(place, values) && IsKept(values, place)) ? null : "its values are in other places than the keys they are weighed by";

    private bool IsKept(AxisPlace before, AxisPlace behind) =>
        (origins.Of(behind) != AxisOrigin.Chosen || origins.Of(before) is AxisOrigin.Chosen or AxisOrigin.Unknown) && !origins.Moves.Between(before, behind);
}

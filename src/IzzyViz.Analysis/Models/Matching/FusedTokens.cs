using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>
/// Whether an operator that holds a whole attention is given tokens. Its axes are fixed, what is laid along them is not: exporters write attention over heads, examples or
/// channels with the same operator.
/// </summary>
internal sealed class FusedTokens(DataFlow flow, OriginTrace origins)
{
    private readonly AxisTrace _axes = new(flow);
    private readonly TokenOrder _order = new(flow, origins);

    /// <summary>The site with what is known of its queries, or why it relates no tokens.</summary>
    public (AttentionSite? Site, string? Reason) Of(AttentionSite fused)
    {
        var refused = fused.Refused ?? FusedForm.Problem(flow, fused.Anchor);
        var axes = new TokenAxes(flow, origins, Tokens(fused.Key), Tokens(fused.Query));
        return refused is null && (axes.Problem ?? Operands(fused)) is { } problem ? (null, problem)
            : (axes.Told(fused) with { Refused = refused ?? Layout(fused, axes) ?? _order.OfValues(Tokens(fused.Key), Tokens(fused.Value)) }, null);
    }

    /// <summary>The axis before the last.</summary>
    private static AxisPlace Tokens(string tensor) => new(tensor, 1);

    private string? Operands(AttentionSite fused) => !flow.IsData(fused.Key) || !flow.IsData(fused.Value) ? "its keys or its values are constant"
        : _axes.Role(fused.Query, 0) == AxisRole.Position || _axes.Role(fused.Key, 0) == AxisRole.Position ? $"'{fused.Anchor.Label}' sums over tokens: it relates channels" : null;

    /// <summary>What stands in the way where heads lie elsewhere than the operator takes them to.</summary>
    private string? Layout(AttentionSite fused, TokenAxes axes) => axes.Query == AxisOrigin.Made ? "the heads of its queries lie where it takes tokens"
        : Rank.Of(flow, fused.Query) == 4 && origins.Of(fused.Query, 3) == AxisOrigin.Made && origins.Of(fused.Query, 2).IsBatch() ? "its heads lie before its examples; export with the batch first"
        : IsOneHead(fused.Anchor) && (MayHoldHeads(fused.Query) || MayHoldHeads(fused.Key))
        ? "it is written for one head, and where it takes examples heads may lie too; export with the heads told to the operator" : null;

    private bool MayHoldHeads(string tensor) => Rank.Of(flow, tensor) == 3 && origins.Of(tensor, 2) is not AxisOrigin.One and var examples && !examples.IsBatch();

    /// <summary>Whether an operator is told of one head alone.</summary>
    public static bool IsOneHead(OnnxNode node) => node.Int("num_heads") == 1 || node.Int("q_num_heads") == 1;
}

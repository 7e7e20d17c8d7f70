using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>Chooses how a site's probabilities are obtained: a tap costs nothing, an operator's own output little; operators without one are written as others that have it.</summary>
internal static class ProbePlanner
{
    /// <param name="parts">What is wanted besides the probabilities.</param>
    public static Probe Plan(DataFlow flow, AttentionSite site, CaptureParts parts)
    {
        var probe = Weights(flow, site, parts) with { MayRelateExamples = !site.QueryIsFed };
        return (parts & CaptureParts.Projections) == CaptureParts.None || probe.Projection is not null ? probe : ProjectionPlanner.Added(probe, flow, site);
    }

    private static Probe Weights(DataFlow flow, AttentionSite site, CaptureParts parts) => site.Anchor.Op switch
    {
        _ when !site.IsFused => Tap(site),
        "Attention" when site.Anchor.Domain.Length == 0 => Native(flow, site.Anchor, OnnxAttribute.Of("qk_matmul_output_mode", 3)),
        "GroupQueryAttention" when WindowedCache.IsIn(site.Anchor) => WindowedCache.Twin(flow, site.Anchor),
        "GroupQueryAttention" => Native(flow, site.Anchor, OnnxAttribute.Of("qk_output", 2)),
        "MultiHeadAttention" => new FusedCheck(flow, site.Anchor).Added(NativeScores(site.Anchor)),
        "DecoderMaskedMultiHeadAttention" => NativeScores(site.Anchor.With(OnnxAttribute.Of("output_qk", 1))),
        "Attention" or "QAttention" => Lowered(flow, site.Anchor, parts),
        _ => throw new InvalidOperationException($"no probe for {site.Anchor.FullOp}"),
    };

    private static Probe Tap(AttentionSite site) => new()
    {
        Output = site.Weights,
        KeyAxis = site.KeyAxis,
        Order = site.Order,
        HeadsAreOutermost = site.HeadsAreOutermost,
        Check = ValueProbePlanner.Of(site),
    };

    private static Probe Lowered(DataFlow flow, OnnxNode node, CaptureParts parts)
    {
        var (lowered, around) = LoweredAttention.Of(flow, node);
        var probe = new FusedCheck(flow, lowered).Added(NativeScores(lowered));
        return probe with
        {
            Nodes = [.. around.Nodes, .. probe.Nodes],
            Tensors = [.. around.Tensors, .. probe.Tensors],
            Projection = (parts & CaptureParts.Projections) == CaptureParts.None ? null : FusedProjections.OfInputs(flow, lowered),
        };
    }

    private static Probe Native(DataFlow flow, OnnxNode node, OnnxAttribute mode)
    {
        var output = Name(node, "weights");
        return new FusedCheck(flow, node).Added(new() { Output = output, Replacement = node.With(mode).WithOutput(3, output) });
    }

    /// <summary>Multi-head attention gives its scores after scale, bias and mask; the softmax is appended.</summary>
    private static Probe NativeScores(OnnxNode node)
    {
        var (scores, weights) = (Name(node, "scores"), Name(node, "weights"));
        return new()
        {
            Output = weights,
            Replacement = node.WithOutput(3, scores),
            Nodes = [new() { Op = "Softmax", Name = weights, Inputs = [scores], Outputs = [weights], Attributes = [OnnxAttribute.Of("axis", -1)] }],
            Values = [OnnxValue.Of(scores, ElementType.Float32)],
        };
    }

    public static string Name(OnnxNode node, string what) => $"izzyviz/{node.Label}/{what}";
}

using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>
/// Finds attention that is written out: a softmax over the product of two things that run over tokens, weighing a third that runs over the
/// same keys. Names play no part.
/// </summary>
internal sealed class SoftmaxMatcher(DataFlow flow)
{
    private readonly WeightsWalk _weights = new(flow);
    private readonly ScoresWalk _scores = new(flow);
    private readonly AxisTrace _axes = new(flow);

    /// <summary>The site a node anchors, or why it anchors none; both null where it is no softmax.</summary>
    public (AttentionSite? Site, string? Reason) Match(OnnxNode node)
    {
        if (Normalisation.Of(flow, node) is not { } softmax)
        {
            return default;
        }

        var reason = "its result weighs no values";
        foreach (var axis in softmax.CandidateAxes)
        {
            var (use, why) = _weights.Follow(softmax.Result, axis);
            if (use is not null)
            {
                return Complete(softmax, use, axis);
            }

            reason = why ?? reason;
        }

        return (null, reason);
    }

    private (AttentionSite? Site, string? Reason) Complete(Normalisation softmax, WeightsUse use, int axis)
    {
        var (scores, reason) = _scores.Follow(softmax.Scores, axis);
        if (scores is null)
        {
            return (null, reason);
        }

        if (_axes.Role(use.Values, use.ValuesAxis) == AxisRole.Feature && _axes.Role(use.Values, 1 - use.ValuesAxis) == AxisRole.Position)
        {
            return (null, "it weighs features, not tokens");
        }

        return (new AttentionSite
        {
            Anchor = softmax.Node,
            Weights = use.Weights,
            KeyAxis = use.KeyAxis,
            Order = use.Product.Equation is { } e && use.IsLast ? e.Order(use.WeightsAreLeft) : [],
            Query = scores.Query,
            Key = scores.Key,
            Value = use.Values,
            Result = use.Product.Node.Output(0),
            Mixing = use.Product,
            Scoring = scores.Product,
            ScoreTerms = _scores.Terms(softmax.Scores, axis),
            RowSum = use.RowSum,
        }, null);
    }
}

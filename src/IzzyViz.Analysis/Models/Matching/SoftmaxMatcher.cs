using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Models.Matching.Weights;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>
/// Finds attention that is written out: a softmax over the product of two things that run over tokens, weighing a third that runs over the
/// same keys. Names play no part.
/// </summary>
internal sealed class SoftmaxMatcher
{
    private readonly DataFlow _flow;
    private readonly WeightsWalk _weights;
    private readonly OriginTrace _origins;
    private readonly ScoresWalk _scores;
    private readonly AxisTrace _axes;
    private readonly TokenOrder _order;

    public SoftmaxMatcher(DataFlow flow, OriginTrace origins)
    {
        (_flow, _weights, _axes, _origins) = (flow, new(flow), new(flow), origins);
        (_scores, _order) = (new(flow, _origins), new(_flow, _origins));
    }

    /// <summary>The site a node anchors, or why it anchors none; both null where it is no softmax.</summary>
    public (AttentionSite? Site, string? Reason) Match(OnnxNode node)
    {
        if (Normalisation.Of(_flow, node) is not { } softmax)
        {
            return (null, node.Op == "QLinearSoftmax" ? "an optimiser made it a softmax of eight-bit numbers, which is not read; give the model as it was before" : null);
        }

        var (reason, unread) = ("its result weighs no values", true);
        foreach (var axis in softmax.CandidateAxes)
        {
            var (use, why) = _weights.Follow(softmax, axis);
            if (use is not null)
            {
                return Complete(softmax, use, axis);
            }

            (reason, unread) = (why ?? reason, unread && why is null or WeightsWalk.Parts or WeightsWalk.Several);
        }

        return unread && new UnreadWeights(_flow, _scores).Of(softmax, reason) is { } site ? (site, null) : (null, reason);
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

        var axes = scores.Axes;
        var layout = new WeightsLayout(_flow, _origins);
        var order = layout.Order(use, scores);
        return (axes.Tokens(_flow, _origins).Told(new()
        {
            Anchor = softmax.Node,
            Weights = use.Weights,
            KeyAxis = use.KeyAxis,
            Order = order,
            QueriesComeFirst = layout.QueriesComeFirst(use),
            HeadsAreOutermost = order.IsEmpty && layout.HeadsAreFoldedOutermost(scores),
            FurtherProducts = use.Products.Length - 1,
            FurtherLayers = use.Products.Length == 1 ? 0 : Downstream.Count(_flow, use.Product.Node, [.. use.Products.Skip(1).Select(p => p.Node)]),
            Query = scores.Query,
            Key = scores.Key,
            Value = use.Values,
            Result = use.Product.Node.Output(0),
            Mixing = use.Product,
            Scoring = scores.Product,
            ScoreTerms = _scores.Terms(softmax.Scores, axis),
            RowSum = use.RowSum,
            Refused = _order.OfScores(scores.Way) ?? _order.OfValues(axes.Keys, new(use.Values, use.ValuesAxis)),
        }), null);
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching.Weights;

/// <summary>In which order examples, heads, queries and keys are in a tensor of weights.</summary>
internal sealed class WeightsLayout(DataFlow flow, OriginTrace origins)
{
    private const int NearBy = 8;

    /// <summary>The transposition to <c>[batch, head, query, key]</c>; empty where it is in order, or where its axis of keys says all.</summary>
    public ImmutableArray<int> Order(WeightsUse use, Scores scores)
    {
        if (use.Product.Equation is { } equation && use.IsLast)
        {
            return Written(equation, use);
        }

        if (use.KeyAxis != 0 || Rank.Of(flow, use.Weights) != 4)
        {
            return [];
        }

        return QueriesComeFirst(use) ? [0, 2, 1, 3] : origins.Of(use.Weights, 3) == AxisOrigin.Made && origins.Of(use.Weights, 2).IsBatch() ? [1, 0, 2, 3]
            : HeadsLieBehindQueries(scores) ? [0, 2, 1, 3] : [];
    }

    /// <summary>Whether each query has an axis of heads behind it, as where nobody turned queries and all heads share one key.</summary>
    public bool QueriesComeFirst(WeightsUse use) => use.KeyAxis == 0 && use.Product.Equation is null && Rank.Of(flow, use.Weights) == 4
        && origins.Of(use.Weights, 1) == AxisOrigin.Made && origins.Of(use.Weights, 2) == AxisOrigin.Fed;

    /// <summary>Whether queries of all heads were laid in one row, as where all heads share one key: <c>[batch, query, head, key]</c>.</summary>
    private bool HeadsLieBehindQueries(Scores scores) => flow.Producer(scores.Query) is { Op: "Reshape" } fold
        && Rank.Of(flow, fold.Input(0)) == 4 && Rank.Of(flow, fold.Output(0)) == 3
        && origins.Of(fold.Input(0), 1) == AxisOrigin.Made && origins.Of(fold.Input(0), 2) != AxisOrigin.Made;

    /// <summary>Whether three axes hold heads times examples, heads outermost.</summary>
    public bool HeadsAreFoldedOutermost(Scores scores)
    {
        var tensor = scores.Query;
        for (var step = 0; step < NearBy && flow.Producer(tensor) is { } node; step++)
        {
            switch (node.Op)
            {
                case "Concat":
                    return node.Inputs.Length > 1 && IsLeading(node) && origins.Of(node.Input(0), 2).IsBatch();
                case "Reshape":
                    return Rank.Of(flow, node.Input(0)) == 4 && Rank.Of(flow, node.Output(0)) == 3
                        && origins.Of(node.Input(0), 3) == AxisOrigin.Made && origins.Of(node.Input(0), 2).IsBatch();
                case "Mul" or "Div" or "Cast" or "Transpose" or "Identity":
                    tensor = node.Inputs.FirstOrDefault(flow.IsData) ?? "";
                    break;
                default: return false;
            }
        }

        return false;
    }

    private bool IsLeading(OnnxNode concat) => concat.Int("axis") is var axis && (axis == 0 || axis == -3) && Rank.Of(flow, concat.Output(0)) == 3;

    private ImmutableArray<int> Written(Equation equation, WeightsUse use)
    {
        var (weights, values) = use.WeightsAreLeft ? (equation.Left, equation.Right) : (equation.Right, equation.Left);
        var order = HeadsBeforeQueries(equation.Order(use.WeightsAreLeft), use, (weights, values));
        var isTurned = order is [var first, var second, _, _]
            && OfValues(use, values, weights[first]) == AxisOrigin.Made && OfValues(use, values, weights[second]).IsBatch();
        return isTurned ? [order[1], order[0], order[2], order[3]] : order;
    }

    /// <summary>Where heads share their values, both heads and queries are letters of the weights alone: what a projection made are the heads.</summary>
    private ImmutableArray<int> HeadsBeforeQueries(ImmutableArray<int> order, WeightsUse use, (string Weights, string Values) letters) =>
        order is [var batch, var first, var second, var key] && !letters.Values.Contains(letters.Weights[first], StringComparison.Ordinal)
        && origins.Of(use.Weights, 3 - second) == AxisOrigin.Made && origins.Of(use.Weights, 3 - first) != AxisOrigin.Made ? [batch, second, first, key] : order;

    private AxisOrigin OfValues(WeightsUse use, string values, char letter) =>
        Equation.Place(values, letter) is { } axis ? origins.Of(use.Values, axis) : AxisOrigin.Unknown;
}

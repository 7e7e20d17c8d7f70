using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching.Weights;

/// <summary>A tensor on the way from a softmax to the values.</summary>
/// <param name="Axis">The axis of <paramref name="Tensor"/> that runs over keys, from the end.</param>
/// <param name="Weights">The last tensor whose numbers are new; its layout is the one that is read.</param>
/// <param name="IsPart">It holds a part of the keys.</param>
internal sealed record WeightsPlace(string Tensor, int Axis, string Weights, int WeightsAxis, RowSum RowSum, bool IsPart = false)
{
    /// <summary>The same numbers in another layout.</summary>
    public WeightsPlace Moved(string tensor) => this with { Tensor = tensor };

    /// <summary>Other numbers.</summary>
    public WeightsPlace Changed(string tensor, RowSum sum) => this with { Tensor = tensor, Weights = tensor, WeightsAxis = Axis, RowSum = sum };
}

/// <summary>One operator that leaves weights weights.</summary>
internal sealed class WeightsStep(DataFlow flow)
{
    public List<WeightsPlace> From(WeightsPlace place, OnnxNode node, int index)
    {
        if (node.Op == "Split" && index == 0)
        {
            return [.. node.Outputs.Where(o => o.Length > 0).Select(o => Part(place, node, o))];
        }

        return Next(place, node, index) is { } next ? [next] : [];
    }

    private WeightsPlace? Next(WeightsPlace place, OnnxNode node, int index)
    {
        var output = node.Output(0);
        var other = index < 2 ? node.Input(1 - index) : "";
        return node.Op switch
        {
            "Reshape" when index == 0 && Rank.Of(flow, place.Tensor) == 2 && place.Axis == 0 => place.Changed(output, place.RowSum),
            "Cast" or "CastLike" or "Dropout" or "Identity" or "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten" or "QuantizeLinear" or "DequantizeLinear"
                or "DynamicQuantizeLinear" when index == 0 => place.Moved(output),
            "Transpose" => Transposed(place, node),
            "Slice" when index == 0 && !IsTurned(node, place.Axis) => Part(place, node, output),
            "Gather" when index == 0 => Taken(place, node),
            "Conv" when index == 0 && place.Axis < 2 && !flow.IsData(node.Input(1)) => place.Changed(output, RowSum.Any),
            "Where" when index > 0 => place.Changed(output, IsGuard(node) ? place.RowSum : AtMost(place)),
            "Mul" when !flow.IsData(other) => place.Changed(output, IsMask(other) ? AtMost(place) : RowSum.Any),
            "Mul" when IsMask(other) => place.Changed(output, AtMost(place)),
            "Add" when !flow.IsData(other) => place.Changed(output, RowSum.Any),
            "Add" or "Sub" when IsMadeOfWeights(other) => place.Changed(output, RowSum.Any),
            "Mul" when IsQuantisationScale(node) => place.Moved(output),
            "Mul" when IsMadeOfWeights(other) => place.Changed(output, AtMost(place)),
            "Div" when index == 0 && IsOwnSum(other, place.Tensor) => place.Changed(output, AtMost(place)),
            _ => null,
        };
    }

    /// <summary>Heads may be in any order, queries and keys may not.</summary>
    private bool IsTurned(OnnxNode slice, int axis) => Enumerable.Range(0, Math.Max(axis, 1) + 1).Any(a => Picking.IsAlong(flow, slice, a));

    private static RowSum AtMost(WeightsPlace place) => place.RowSum == RowSum.Any ? RowSum.Any : RowSum.AtMostOne;

    /// <summary>A turned matrix is read by its axis of keys; any other order is read where it is settled.</summary>
    private WeightsPlace? Transposed(WeightsPlace place, OnnxNode node) => Permutation.After(flow, node, place.Axis) is not { } axis ? null
        : Permutation.IsMatrixTurn(node) ? place with { Tensor = node.Output(0), Axis = axis }
        : (place with { Axis = axis }).Changed(node.Output(0), place.RowSum);

    private WeightsPlace Part(WeightsPlace place, OnnxNode node, string output)
    {
        var part = place.Changed(output, AtMost(place));
        return WrittenAxis.MayChange(flow, node, place.Axis) ? part with { IsPart = true } : part with { RowSum = place.RowSum };
    }

    /// <summary>Some of the heads: by one index, or by several.</summary>
    private WeightsPlace? Taken(WeightsPlace place, OnnxNode node)
    {
        var removed = WrittenAxis.FromEnd(flow, node.Input(0), node.Int("axis"));
        return removed is not { } axis || axis <= place.Axis || Rank.Of(flow, node.Input(1)) is not (0 or 1) ? null : place.Changed(node.Output(0), place.RowSum);
    }

    /// <summary>Replaces NaN rows, which fully masked queries have.</summary>
    private bool IsGuard(OnnxNode where) => flow.Producer(where.Input(0)) is { Op: "IsNaN" or "IsInf" };

    private bool IsQuantisationScale(OnnxNode mul) => mul.Inputs.Any(i => flow.Producer(i) is { Op: "DynamicQuantizeLinear" });

    /// <summary>A factor that no product of activations enters: a constant, a head mask, a padding mask.</summary>
    private bool IsMask(string tensor) => Upstream.None(flow, tensor, n => Product.Of(n) is not null || n.Op is "Softmax" or "Gather" or "Conv"
        or "LayerNormalization" or "Sigmoid" or "MatMulNBits" || n.Domain.Length > 0);

    /// <summary>The sum of the weights themselves, with something against a division by zero.</summary>
    private bool IsOwnSum(string sum, string weights)
    {
        for (var step = 0; step < 4 && flow.Producer(sum) is { Op: "Add" or "Clip" or "Max" or "Expand" or "Cast" } node; step++)
        {
            sum = node.Inputs.FirstOrDefault(flow.IsData) ?? "";
        }

        return flow.Producer(sum) is { Op: "ReduceSum" } reduction && reduction.Input(0) == weights;
    }

    /// <summary>Another softmax's result, possibly scaled: what differential attention subtracts.</summary>
    private bool IsMadeOfWeights(string tensor)
    {
        for (var step = 0; step < 8 && flow.Producer(tensor) is { } node; step++)
        {
            if (node.Op == "Softmax")
            {
                return true;
            }

            if (node.Op is not ("Mul" or "Cast" or "Where" or "Identity" or "Dropout" or "Gather" or "Slice" or "Split" or "Reshape" or "Squeeze" or "Unsqueeze"))
            {
                return false;
            }

            tensor = node.Inputs.FirstOrDefault(i => flow.IsData(i) && flow.Producer(i) is not null) ?? "";
        }

        return false;
    }
}

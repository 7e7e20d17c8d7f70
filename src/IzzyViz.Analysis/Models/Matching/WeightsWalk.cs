using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>How a softmax's result is used: the tensor that holds the probabilities and the product that weighs values with them.</summary>
/// <param name="IsLast">The probabilities enter the product without a change of layout behind them.</param>
internal sealed record WeightsUse(string Weights, int KeyAxis, Product Product, bool WeightsAreLeft, RowSum RowSum, bool IsLast)
{
    public string Values => WeightsAreLeft ? Product.Right : Product.Left;

    public int ValuesAxis => WeightsAreLeft ? Product.RightContracted : Product.LeftContracted;
}

/// <summary>Walks from a softmax forward to the product with the values, through whatever leaves weights weights.</summary>
internal sealed class WeightsWalk(DataFlow flow)
{
    private const int Budget = 400;

    private readonly record struct Step(string Tensor, int Axis, string Weights, int WeightsAxis, RowSum RowSum);

    public (WeightsUse? Use, string? Reason) Follow(string softmax, int axis)
    {
        var queue = new Queue<Step>([new(softmax, axis, softmax, axis, RowSum.One)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? reason = null;
        while (queue.TryDequeue(out var step) && seen.Count < Budget)
        {
            if (!seen.Add(step.Tensor))
            {
                continue;
            }

            foreach (var (node, index) in flow.Consumers(step.Tensor))
            {
                if (Product.Of(node) is { } product)
                {
                    var (use, why) = Use(product, step);
                    if (use is not null)
                    {
                        return (use, null);
                    }

                    reason = why;
                }
                else if (Next(step, node, index) is { } next)
                {
                    queue.Enqueue(next);
                }
            }
        }

        return (null, reason);
    }

    private (WeightsUse? Use, string? Reason) Use(Product product, Step step)
    {
        var isLeft = product.Left == step.Tensor;
        if (!isLeft && product.Right != step.Tensor)
        {
            return (null, null);
        }

        var values = isLeft ? product.Right : product.Left;
        if (!flow.IsData(values))
        {
            return (null, $"the values of '{product.Node.Label}' are constant");
        }

        return step.Axis != (isLeft ? product.LeftContracted : product.RightContracted)
            ? (null, $"'{product.Node.Label}' does not sum over the axis it normalises")
            : (new(step.Weights, step.WeightsAxis, product, isLeft, step.RowSum, step.Tensor == step.Weights || step.Axis == step.WeightsAxis), null);
    }

    private Step? Next(Step step, OnnxNode node, int index)
    {
        var changed = step with { Tensor = node.Output(0), Weights = node.Output(0), WeightsAxis = step.Axis };
        return node.Op switch
        {
            "Cast" or "CastLike" or "Dropout" or "Identity" or "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten" or "QuantizeLinear" or "DequantizeLinear"
                or "DynamicQuantizeLinear" when index == 0 => step with { Tensor = node.Output(0) },
            "Transpose" => Transposed(step, node),
            "Slice" when index == 0 => changed with { RowSum = RowSum.AtMostOne },
            "Where" when index > 0 => changed with { RowSum = IsGuard(node) ? step.RowSum : RowSum.AtMostOne },
            "Mul" when IsMask(node.Input(1 - index)) => changed with { RowSum = RowSum.AtMostOne },
            "Add" or "Sub" when IsMadeOfWeights(node.Input(1 - index)) => changed with { RowSum = RowSum.Any },
            "Mul" when IsMadeOfWeights(node.Input(1 - index)) || IsQuantisationScale(node) => step with { Tensor = node.Output(0) },
            _ => null,
        };
    }

    private static Step? Transposed(Step step, OnnxNode node)
    {
        var perm = node.Ints("perm");
        var from = perm.Length - 1 - step.Axis;
        var to = perm.IndexOf(from);
        return to < 0 ? null : step with { Tensor = node.Output(0), Axis = perm.Length - 1 - to };
    }

    /// <summary>Replaces NaN rows, which fully masked queries have.</summary>
    private bool IsGuard(OnnxNode where) => flow.Producer(where.Input(0)) is { Op: "IsNaN" or "IsInf" };

    private bool IsQuantisationScale(OnnxNode mul) => mul.Inputs.Any(i => flow.Producer(i) is { Op: "DynamicQuantizeLinear" });

    /// <summary>A factor that no product of activations enters: a constant, a head mask, a padding mask.</summary>
    private bool IsMask(string tensor) => Upstream.None(flow, tensor, n => Product.Of(n) is not null || n.Op is "Softmax" or "Gather" or "Conv"
        or "LayerNormalization" or "Sigmoid" or "MatMulNBits" || n.Domain.Length > 0);

    /// <summary>Another softmax's result, possibly scaled: what differential attention subtracts.</summary>
    private bool IsMadeOfWeights(string tensor)
    {
        for (var step = 0; step < 8 && flow.Producer(tensor) is { } node; step++)
        {
            if (node.Op == "Softmax")
            {
                return true;
            }

            if (node.Op is not ("Mul" or "Cast" or "Where" or "Identity" or "Dropout"))
            {
                return false;
            }

            tensor = node.Inputs.FirstOrDefault(i => flow.IsData(i) && flow.Producer(i) is not null) ?? "";
        }

        return false;
    }
}

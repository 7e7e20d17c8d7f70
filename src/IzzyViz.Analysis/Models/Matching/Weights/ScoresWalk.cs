using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching.Weights;

/// <summary>The product that scores keys against queries.</summary>
/// <param name="KeyAxis">Of the product's result, from the end.</param>
internal sealed record Scores(Product Product, int KeyAxis)
{
    /// <summary>The nodes between the product and the softmax, the first first.</summary>
    public ImmutableStack<OnnxNode> Way { get; init; } = [];

    public ProductAxes Axes => new(Product, KeyAxis);

    public string Query => Axes.Query;

    public string Key => Axes.Key;
}

/// <summary>Walks from a softmax back to the product of queries and keys, through scales, masks, biases, casts and layout.</summary>
internal sealed class ScoresWalk(DataFlow flow, OriginTrace origins)
{
    private const int Budget = 600;
    private const int Nearby = 24;

    private readonly AxisTrace _axes = new(flow);
    private readonly OriginTrace _origins = origins;

    public (Scores? Scores, string? Reason) Follow(string scores, int keyAxis)
    {
        var reason = "its scores are no product of queries and keys";
        foreach (var (found, why, _) in Products(scores, keyAxis))
        {
            if (found is not null)
            {
                return (found, null);
            }

            reason = why;
        }

        return (null, reason);
    }

    /// <summary>How many products of two fed tensors the scores are a sum of: more than one where positions have a product of their own.</summary>
    public int Terms(string scores, int keyAxis) => Products(scores, keyAxis).Count(p => p.Product is { } t && flow.IsData(t.Left) && flow.IsData(t.Right));

    /// <summary>Each product that the scores are made of, nearest first, and whether it relates queries and keys.</summary>
    private IEnumerable<(Scores? Scores, string Reason, Product? Product)> Products(string scores, int keyAxis)
    {
        var queue = new Queue<(string Tensor, int Axis, ImmutableStack<OnnxNode> Way)>([(scores, keyAxis, [])]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var step) && seen.Count < Budget)
        {
            if (!seen.Add(step.Tensor) || flow.Producer(step.Tensor) is not { } node)
            {
                continue;
            }

            if (Product.Of(node) is { } product)
            {
                var (found, why) = Unmixed(product, step.Axis) is { } heads ? (heads, "") : Accept(product, step.Axis);
                yield return (found is null ? null : found with { Way = step.Way }, why, found?.Product ?? product);
                continue;
            }

            foreach (var (tensor, axis) in Before(node, step.Axis))
            {
                queue.Enqueue((tensor, axis, step.Way.Push(node)));
            }
        }
    }

    /// <summary>What parameters mix may be scores of several heads: then the product behind them is the one. Elsewhere it is keys, and the parameters are the queries.</summary>
    private Scores? Unmixed(Product product, int keyAxis)
    {
        if (flow.IsData(product.Left) == flow.IsData(product.Right))
        {
            return null;
        }

        var from = product.OperandAxis(keyAxis);
        var isLeft = flow.IsData(product.Left);
        var axis = from is null ? keyAxis : from.Value.IsLeft == isLeft ? from.Value.Axis : -1;
        return axis < 0 ? null : Unmixed(isLeft ? product.Left : product.Right, axis);
    }

    private Scores? Unmixed(string mixed, int keyAxis)
    {
        var queue = new Queue<(string Tensor, int Axis)>([(mixed, keyAxis)]);
        for (var budget = Nearby; budget > 0 && queue.TryDequeue(out var step); budget--)
        {
            if (flow.Producer(step.Tensor) is { } node && Product.Of(node) is { } product)
            {
                if (flow.IsData(product.Left) && flow.IsData(product.Right) && Accept(product, step.Axis).Scores is { } found)
                {
                    return found;
                }
            }
            else if (flow.Producer(step.Tensor) is { } other)
            {
                Before(other, step.Axis).ToList().ForEach(queue.Enqueue);
            }
        }

        return null;
    }

    private (Scores? Scores, string Reason) Accept(Product product, int keyAxis)
    {
        if (product.IsFromLeft(keyAxis) is not { } keysAreLeft)
        {
            return (null, $"the axis it normalises is shared by both operands of '{product.Node.Label}'");
        }

        var places = new ProductAxes(product, keyAxis);
        var (key, query) = (places.Key, places.Query);
        if (!flow.IsData(key))
        {
            return (null, $"the scores of '{product.Node.Label}' come from a constant, not from tokens");
        }

        var (keyContracted, queryContracted) = keysAreLeft ? (product.LeftContracted, product.RightContracted) : (product.RightContracted, product.LeftContracted);
        return _axes.Role(key, keyContracted) == AxisRole.Position || _axes.Role(query, queryContracted) == AxisRole.Position
            ? (null, $"'{product.Node.Label}' sums over tokens: it relates channels")
            : (places.Tokens(flow, _origins).Problem ?? (places.IsOneQueryPerPlace(_origins) ? "every token has keys of its own" : null)) is { } problem
            ? (null, problem) : (new(product, keyAxis), "");
    }

    private IEnumerable<(string Tensor, int Axis)> Before(OnnxNode node, int axis)
    {
        switch (node.Op)
        {
            case "Transpose":
                return Permutation.Before(flow, node, axis) is { } before ? [(node.Input(0), before)] : [];
            case "Conv" when axis < 2 && !flow.IsData(node.Input(1)):
                return [(node.Input(0), axis)];
            case "Reshape" or "Slice" or "Expand" or "Clip" or "Squeeze" or "Unsqueeze" or "Pad" or "GatherElements" or "Split" or "Cast" or "Tanh" or "Identity"
                or "Dropout" or "Neg" or "Flatten" or "QuantizeLinear" or "DequantizeLinear":
                return [(node.Input(0), axis)];
            case "Where":
                return node.Inputs.Skip(1).Where(flow.IsData).Select(i => (i, axis));
            case "Mul" or "Div" or "Add" or "Sub" or "Sum" or "Max" or "Min" or "Concat":
                return node.Inputs.Where(flow.IsData).Select(i => (i, axis));
            default:
                return [];
        }
    }
}

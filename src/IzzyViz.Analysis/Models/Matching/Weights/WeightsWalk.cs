using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching.Weights;

/// <summary>How a softmax's result is used: the tensor that holds the probabilities and the product that weighs values with them.</summary>
/// <param name="IsLast">The probabilities enter the product without a change of layout behind them.</param>
internal sealed record WeightsUse(string Weights, int KeyAxis, Product Product, bool WeightsAreLeft, RowSum RowSum, bool IsLast)
{
    /// <summary>Every product that the same weights enter, <see cref="Product"/> first.</summary>
    public ImmutableArray<Product> Products { get; init; } = [Product];

    public string Values => WeightsAreLeft ? Product.Right : Product.Left;

    public int ValuesAxis => WeightsAreLeft ? Product.RightContracted : Product.LeftContracted;
}

/// <summary>Walks from a softmax forward to the product with the values, through whatever leaves weights weights.</summary>
internal sealed class WeightsWalk(DataFlow flow)
{
    public const string Parts = "parts of its keys are weighed apart";
    public const string Several = "its weights take several forms before they weigh values";
    private const int Budget = 400;

    private readonly WeightsStep _steps = new(flow);

    public (WeightsUse? Use, string? Reason) Follow(Normalisation softmax, int axis)
    {
        var queue = new Queue<WeightsPlace>([new(softmax.Result, axis, softmax.Result, axis, softmax.RowSum)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (uses, reason) = (new List<(WeightsUse Use, bool IsPart)>(), (string?)null);
        while (queue.TryDequeue(out var place) && seen.Count < Budget)
        {
            if (!seen.Add(place.Tensor))
            {
                continue;
            }

            foreach (var (node, index) in flow.Consumers(place.Tensor))
            {
                if (Product.Of(node) is { } product && (!flow.IsData(product.Left) || !flow.IsData(product.Right)) && Mixed(product, place) is { } mixed)
                {
                    queue.Enqueue(mixed);
                }
                else if (Product.Of(node) is { } mixing)
                {
                    var (use, why) = Use(mixing, place);
                    reason = why ?? reason;
                    uses.AddRange(use is null ? [] : [(use, place.IsPart)]);
                }
                else
                {
                    _steps.From(place, node, index).ForEach(queue.Enqueue);
                }
            }
        }

        return uses.Count == 0 ? (null, reason)
            : uses.DistinctBy(u => u.Use.Weights, StringComparer.Ordinal).Skip(1).Any()
                ? (null, uses.Exists(u => u.IsPart) ? Parts : Several)
            : (uses[0].Use with { Products = [.. uses.Select(u => u.Use.Product)] }, null);
    }

    private (WeightsUse? Use, string? Reason) Use(Product product, WeightsPlace place)
    {
        var isLeft = product.Left == place.Tensor;
        if (!isLeft && product.Right != place.Tensor)
        {
            return (null, null);
        }

        var values = isLeft ? product.Right : product.Left;
        if (!flow.IsData(values))
        {
            return (null, $"the values of '{product.Node.Label}' are constant");
        }

        return place.Axis != (isLeft ? product.LeftContracted : product.RightContracted)
            ? (null, $"'{product.Node.Label}' does not sum over the axis it normalises")
            : (new(place.Weights, place.WeightsAxis, product, isLeft, place.RowSum, place.Tensor == place.Weights || place.Axis == place.WeightsAxis), null);
    }

    /// <summary>Heads that a matrix of parameters mixes: what comes out are the weights that count. A sum over keys is something else.</summary>
    private static WeightsPlace? Mixed(Product product, WeightsPlace place) =>
        product.ResultAxis(product.Left == place.Tensor, place.Axis) is { } axis
            ? place.Changed(product.Node.Output(0), RowSum.Any) with { Axis = axis, WeightsAxis = axis } : null;
}

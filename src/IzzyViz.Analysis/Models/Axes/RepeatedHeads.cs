using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// Where keys are repeated for the query heads that share them: a new axis behind that of the heads is spread, and both are laid into one, so that neighbouring heads are the same.
/// </summary>
internal static class RepeatedHeads
{
    private const int Budget = 60;
    private const int Heads = 2;

    /// <summary>The keys as they were before, and the axis of heads in them, from the end; null where nothing is repeated.</summary>
    /// <param name="keys"><c>[batch, head, token, size]</c> or turned, or with the first two axes folded.</param>
    public static (string Tensor, int Axis)? Before(DataFlow flow, string keys)
    {
        var queue = new Queue<(string Tensor, int Axis)>([(keys, Heads)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var step) && seen.Count < Budget)
        {
            if (!seen.Add(step.Tensor) || flow.Producer(step.Tensor) is not { } node)
            {
                continue;
            }

            if (node.Op == "Reshape" && Rank.Of(flow, node.Output(0)) < Rank.Of(flow, node.Input(0)) && Spread(flow, node.Input(0), step.Axis) is { } found)
            {
                return found;
            }

            foreach (var input in Sources(flow, node, step.Axis))
            {
                queue.Enqueue(input);
            }
        }

        return null;
    }

    private static IEnumerable<(string Tensor, int Axis)> Sources(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Transpose" => Permutation.Before(flow, node, axis) is { } before ? [(node.Input(0), before)] : [],
        "Reshape" when Keeps(Rank.Of(flow, node.Input(0)), Rank.Of(flow, node.Output(0)), axis) => [(node.Input(0), axis)],
        "Cast" or "Identity" or "Add" or "Mul" or "Div" or "Neg" or "Concat" or "Slice" or "Where" or "QuantizeLinear" or "DequantizeLinear" => node.Inputs.Where(flow.IsData).Select(i => (i, axis)),
        _ => [],
    };

    /// <summary>Sizes are named anew, or heads are folded into the batch, or unfolded from it.</summary>
    private static bool Keeps(int? before, int? after, int axis) => before == after || (axis == Heads && (before, after) is ((3, 4) or (4, 3)));

    /// <summary>Looks from what is laid into one axis to what was there before the new axis.</summary>
    private static (string Tensor, int Axis)? Spread(DataFlow flow, string tensor, int axis)
    {
        while (flow.Producer(tensor) is { Op: "Cast" or "Identity" } same)
        {
            tensor = same.Input(0);
        }

        return flow.Producer(tensor) switch
        {
            { Op: "Expand" or "Tile" } spread when IsSpread(flow, spread, axis) => Inserted(flow, spread.Input(0), axis),
            { Op: "Concat" } joined when joined.Inputs.Length > 1 && joined.Inputs.Distinct(StringComparer.Ordinal).Count() == 1 => Inserted(flow, joined.Input(0), axis),
            _ => null,
        };
    }

    /// <summary>Whether the new axis may be spread; exporters often compute how far.</summary>
    private static bool IsSpread(DataFlow flow, OnnxNode spread, int axis) => ReshapeTarget.At(flow, spread.Input(1), axis) != 1;

    private static (string Tensor, int Axis)? Inserted(DataFlow flow, string tensor, int axis) => flow.Producer(tensor) switch
    {
        { Op: "Unsqueeze" } node when InsertedAxes.Of(flow, node, Rank.Of(flow, tensor)) is [var at] && at == axis => (node.Input(0), axis),
        { Op: "Reshape" } node when ReshapeTarget.At(flow, node.Input(1), axis) == 1 && Rank.Of(flow, node.Input(0)) < Rank.Of(flow, tensor) => (node.Input(0), axis),
        _ => null,
    };
}

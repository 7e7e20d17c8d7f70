using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>Positions of tokens, counted or fed, with a whole number added.</summary>
/// <param name="IsColumn">They run along the axis before the last, which has one entry, as the queries of a map do.</param>
internal sealed record Positions(long Offset, bool IsColumn)
{
    /// <summary>Their axes changed places, so that they may be counted along another one.</summary>
    public bool AreTransposed { get; private init; }

    private const int Furthest = 24;

    /// <summary>Null for anything else.</summary>
    public static Positions? Of(DataFlow flow, string tensor)
    {
        var (offset, isColumn, areTransposed) = (0L, false, false);
        for (var step = 0; step < Furthest; step++)
        {
            if (flow.Producer(tensor) is not { } node)
            {
                return flow.Constant(tensor) is null && flow.Value(tensor)?.Type.IsFloat() == false ? new(offset, isColumn) { AreTransposed = areTransposed } : null;
            }

            if (node.Op is "Range" or "CumSum")
            {
                return new(offset, isColumn) { AreTransposed = areTransposed };
            }

            isColumn |= IsStoodUp(flow, node);
            areTransposed |= node.Op == "Transpose";
            if (Before(flow, node) is not { } before)
            {
                return null;
            }

            (tensor, offset) = (before.Tensor, offset + before.Added);
        }

        return null;
    }

    private static (string Tensor, long Added)? Before(DataFlow flow, OnnxNode node) => node.Op switch
    {
        "Unsqueeze" or "Reshape" or "Cast" or "Identity" or "Expand" or "Slice" or "Squeeze" or "Transpose" => (node.Input(0), 0),
        "Add" when flow.Number(node.Input(1)) is { } number => (node.Input(0), number),
        "Add" when flow.Number(node.Input(0)) is { } number => (node.Input(1), number),
        "Sub" when flow.Number(node.Input(1)) is { } number => (node.Input(0), -number),
        // Behind a cache positions are counted from its length.
        "Add" when flow.Producer(node.Input(0))?.Op == "Range" => (node.Input(0), 0),
        "Add" when flow.Producer(node.Input(1))?.Op == "Range" => (node.Input(1), 0),
        _ => null,
    };

    private static bool IsStoodUp(DataFlow flow, OnnxNode node) => node.Op switch
    {
        "Unsqueeze" => InsertedAxes.Of(flow, node, Rank.Of(flow, node.Output(0))).Contains(0),
        "Reshape" => ReshapeTarget.Of(flow, node.Input(1)) is [.., 1],
        _ => false,
    };
}

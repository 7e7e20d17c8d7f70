using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>Whether a node gives the entries of an axis in another order: sorted, picked by numbers that are computed, turned round. Axes are counted from the end.</summary>
internal static class Picking
{
    public static bool IsAlong(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Compress" => flow.IsData(node.Input(0)) && node.Attribute("axis") is not null && IsAt(flow, node, node.Int("axis"), axis),
        "TopK" => IsAt(flow, node, node.Int("axis", -1), axis),
        "GatherElements" => flow.IsData(node.Input(1)) && IsAt(flow, node, node.Int("axis"), axis),
        "Gather" when flow.IsData(node.Input(0)) => Rank.Of(flow, node.Input(1)) == 1 && IsAnotherOrder(flow, node.Input(1)) && IsAt(flow, node, node.Int("axis"), axis),
        "GatherND" => flow.IsData(node.Input(0)) && IsPicked(flow, node, axis),
        "ReverseSequence" => IsAt(flow, node, node.Int("time_axis"), axis),
        "Slice" => IsTurned(flow, node, axis),
        _ => false,
    };

    private static bool IsAt(DataFlow flow, OnnxNode node, long written, int axis) => WrittenAxis.FromEnd(flow, node.Input(0), written) == axis;

    private static bool IsAnotherOrder(DataFlow flow, string indices) =>
        flow.IsData(indices) || (flow.Constant(indices)?.Int64s() is { } places && places.Zip(places.Skip(1)).Any(p => p.First >= p.Second));

    /// <summary>Whether an axis stands for the indices and not for what they leave of the data, before it or behind.</summary>
    private static bool IsPicked(DataFlow flow, OnnxNode gather, int axis)
    {
        var (data, indices) = (Rank.Of(flow, gather.Input(0)), Rank.Of(flow, gather.Input(1)));
        var left = data - gather.Int("batch_dims") - flow.Extents.Of(gather.Input(1), 0).Number;
        return axis >= left && axis < left + indices - 1 - gather.Int("batch_dims");
    }

    /// <summary>A slice with a step backwards.</summary>
    private static bool IsTurned(DataFlow flow, OnnxNode slice, int axis)
    {
        var (axes, steps) = (flow.Constant(slice.Input(3))?.Int64s() ?? [], flow.Constant(slice.Input(4))?.Int64s() ?? []);
        return axes.Zip(steps).Any(s => s.Second < 0 && IsAt(flow, slice, s.First, axis));
    }
}

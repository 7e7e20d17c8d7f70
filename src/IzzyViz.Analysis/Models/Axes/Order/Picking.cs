using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>Whether a node gives the entries of an axis in another order: sorted, picked by numbers that are computed, turned round. Axes are counted from the end.</summary>
internal static class Picking
{
    public static bool IsAlong(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Compress" => flow.IsData(node.Input(0)) && node.Attribute("axis") is not null && IsAt(flow, node, node.Int("axis"), axis),
        "TopK" => IsAt(flow, node, node.Int("axis", -1), axis),
        "GatherElements" => IsAt(flow, node, node.Int("axis"), axis) && (flow.IsData(node.Input(1)) || IsAnotherOrder(flow.Constant(Bare.Of(flow, node.Input(1), Bare.Spreading)), axis)),
        "Gather" when flow.IsData(node.Input(0)) => Rank.Of(flow, node.Input(1)) == 1 && IsAnotherOrder(flow, node.Input(1)) && IsAt(flow, node, node.Int("axis"), axis),
        "GatherND" => flow.IsData(node.Input(0)) && IsPicked(flow, node, axis),
        "ScatterND" => flow.IsData(node.Input(2)) && IsAnotherOrder(Assigned.Places(flow, node, axis), 0),
        "ReverseSequence" => IsAt(flow, node, node.Int("time_axis"), axis),
        "Slice" => IsTurned(flow, node, axis),
        _ => false,
    };

    private static bool IsAt(DataFlow flow, OnnxNode node, long written, int axis) => WrittenAxis.FromEnd(flow, node.Input(0), written) == axis;

    /// <summary>Counted up in the graph they are a part of the tokens in order; anything else that is computed may be in any.</summary>
    private static bool IsAnotherOrder(DataFlow flow, string indices) => flow.Constant(indices) is { } written ? IsAnotherOrder(written, 0) : flow.IsData(indices) || Positions.Of(flow, indices) is not { AreTransposed: false };

    /// <summary>Whether places along an axis do not rise, in the first row of them, or in the only one.</summary>
    private static bool IsAnotherOrder(OnnxTensor? written, int axis)
    {
        if (written?.Int64s() is not { } places)
        {
            return false;
        }

        var row = written.Dims.Count(d => d > 1) <= 1 ? places : axis < written.Dims.Length ? Row(places, written.Dims, axis) : [];
        return row.Zip(row.Skip(1)).Any(p => p.First >= p.Second);
    }

    private static ImmutableArray<long> Row(ImmutableArray<long> places, ImmutableArray<long> dims, int axis)
    {
        var step = dims[^axis..].Aggregate(1L, (all, size) => all * size);
        return [.. Enumerable.Range(0, (int)dims[^(axis + 1)]).Select(i => places[(int)(i * step)])];
    }

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

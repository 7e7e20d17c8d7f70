using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>Whether a node gives the entries of an axis in another order: sorted, picked by numbers that are computed, turned round. Axes are counted from the end.</summary>
internal static class Picking
{
    private const int NearBy = 8;

    public static bool IsAlong(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Compress" => flow.IsData(node.Input(0)) && node.Attribute("axis") is not null && IsAt(flow, node, node.Int("axis"), axis),
        "TopK" => IsAt(flow, node, node.Int("axis", -1), axis),
        "GatherElements" => IsAt(flow, node, node.Int("axis"), axis) && (flow.IsData(node.Input(1)) || IsAnotherOrder(flow.Constant(Spread(flow, node.Input(1))), axis)),
        "Gather" when flow.IsData(node.Input(0)) => Rank.Of(flow, node.Input(1)) == 1 && IsAnotherOrder(flow, node.Input(1)) && IsAt(flow, node, node.Int("axis"), axis),
        "GatherND" => flow.IsData(node.Input(0)) && IsPicked(flow, node, axis),
        "ReverseSequence" => IsAt(flow, node, node.Int("time_axis"), axis),
        "Slice" => IsTurned(flow, node, axis),
        _ => false,
    };

    private static bool IsAt(DataFlow flow, OnnxNode node, long written, int axis) => WrittenAxis.FromEnd(flow, node.Input(0), written) == axis;

    /// <summary>Counted up in the graph they are a part of the tokens in order; anything else that is computed may be in any.</summary>
    private static bool IsAnotherOrder(DataFlow flow, string indices) => flow.Constant(indices) is { } written ? IsAnotherOrder(written, 0) : flow.IsData(indices) || Positions.Of(flow, indices) is null;

    /// <summary>What one row of places is spread from.</summary>
    private static string Spread(DataFlow flow, string indices)
    {
        for (var step = 0; step < NearBy && flow.Producer(indices) is { Op: "Expand" or "Unsqueeze" or "Reshape" or "Cast" or "Identity" } node; step++)
        {
            indices = node.Input(0);
        }

        return indices;
    }

    /// <summary>Whether places along an axis do not rise, in the first row of them, or in the only one.</summary>
    private static bool IsAnotherOrder(OnnxTensor? written, int axis)
    {
        if (written?.Int64s() is not { } places)
        {
            return false;
        }

        var isOneRow = written.Dims.Count(d => d > 1) <= 1;
        if (!isOneRow && axis >= written.Dims.Length)
        {
            return false;
        }

        var row = isOneRow ? places : [.. Row(places, written.Dims, axis)];
        return row.Zip(row.Skip(1)).Any(p => p.First >= p.Second);
    }

    private static IEnumerable<long> Row(ImmutableArray<long> places, ImmutableArray<long> dims, int axis) =>
        Enumerable.Range(0, (int)dims[^(axis + 1)]).Select(i => places[(int)(i * dims[^axis..].Aggregate(1L, (all, size) => all * size))]);

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

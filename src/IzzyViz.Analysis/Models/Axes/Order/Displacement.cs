using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>Whether one node gives the entries of an axis in other places: rolled round, or shifted with the first or the last left out. Axes are counted from the end.</summary>
internal static class Displacement
{
    /// <summary>What it moves; null where it leaves the axis as it is.</summary>
    public static string? Source(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Concat" => JoinedParts.Of(flow, node, axis)?.Moved,
        "Pad" => IsShift(flow, node, axis) ? node.Input(0) : null,
        "ScatterND" or "ScatterElements" => Written(flow, node, axis),
        _ => null,
    };

    /// <summary>Something is put in front, and as much is cut off behind; where the widths are computed, the cut tells.</summary>
    private static bool IsShift(DataFlow flow, OnnxNode pad, int axis)
    {
        var width = PadWidth.Of(flow, pad, axis);
        return width?.Front != 0 && (width?.Front + width?.Behind == 0 || AllButLast(flow, pad.Input(0), axis) is not null
            || (flow.Consumers(pad.Output(0)) is { Count: > 0 } readers && readers.All(r => AllButLast(flow, r.Node.Output(0), axis) is not null)));
    }

    /// <summary>All but the last, written over constants or over themselves, as PyTorch's exporter writes an assignment to all but the first.</summary>
    private static string? Written(DataFlow flow, OnnxNode scatter, int axis) =>
        AllButLast(flow, Bare.Of(flow, scatter.Input(2), [.. Bare.SameEntries, "Reshape", "Expand"]), axis)?.Source is { } source && (source == scatter.Input(0) || !flow.IsData(scatter.Input(0))) ? source : null;

    private static Cut? AllButLast(DataFlow flow, string tensor, int axis) => Cut.Of(flow, tensor, axis) is { Start: 0, IsShort: true } cut ? cut : null;
}

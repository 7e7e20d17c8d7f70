using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>Whether one node gives the entries of an axis in other places: rolled round, or behind something that takes the first place, without the last. Axes are counted from the end.</summary>
internal static class Displacement
{
    private static readonly ImmutableArray<string> SameEntries = ["Cast", "Identity", "QuantizeLinear", "DequantizeLinear"];

    /// <summary>What it moves; null where it leaves the axis as it is.</summary>
    public static string? Source(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Concat" => Rolled(flow, node, axis),
        "Pad" => IsShift(flow, node, axis) ? node.Input(0) : null,
        "ScatterND" or "ScatterElements" => flow.IsData(node.Input(0)) ? null : Written(flow, node.Input(2), axis),
        _ => null,
    };

    /// <summary>
    /// What a Concat rolls round, a later part before the first; or shifts, a constant before what lost its last. Nothing is moved where all of it stands between its own ends, as in a convolution
    /// that is padded in a circle, nor where what was cut off follows, or was cut off at a fixed length.
    /// </summary>
    private static string? Rolled(DataFlow flow, OnnxNode concat, int axis)
    {
        if (WrittenAxis.FromEnd(flow, concat.Output(0), concat.Int("axis")) != axis)
        {
            return null;
        }

        var parts = concat.Inputs.Select(i => Bare.Of(flow, i, SameEntries)).ToList();
        var cuts = parts.ConvertAll(part => Cut.Of(flow, part, axis));
        var moved = cuts.Skip(1).FirstOrDefault(c => c?.Start == 0 && (cuts[0] is { Start: not 0 } first ? first.Source == c.Source : IsShift(c) && !flow.IsData(concat.Input(0))));
        moved ??= cuts.Zip(cuts.Skip(1)).FirstOrDefault(p => p.First is not null && p.First.Source == p.Second?.Source && (p.First.Order > p.Second.Order || (p.First.Skips && p.Second.Skips))).First;
        return moved is null || parts.Contains(moved.Source) ? null : moved.Source;

        bool IsShift(Cut cut) => cut is { IsShort: true, IsAtFixedLength: false } && cuts.Count(c => c?.Source == cut.Source) == 1;
    }

    /// <summary>Something is put in front, and as much is cut off behind; where the widths are computed, the cut tells.</summary>
    private static bool IsShift(DataFlow flow, OnnxNode pad, int axis)
    {
        var width = PadWidth.Of(flow, pad, axis);
        return width?.Front != 0 && (width?.Front + width?.Behind == 0 || AllButLast(flow, pad.Input(0), axis) is not null
            || (flow.Consumers(pad.Output(0)) is { Count: > 0 } readers && readers.All(r => AllButLast(flow, r.Node.Output(0), axis) is not null)));
    }

    /// <summary>All but the last, written over constants, as PyTorch's exporter writes an assignment to all but the first.</summary>
    private static string? Written(DataFlow flow, string updates, int axis) => AllButLast(flow, Bare.Of(flow, updates, [.. SameEntries, "Reshape", "Expand"]), axis)?.Source;

    private static Cut? AllButLast(DataFlow flow, string tensor, int axis) => Cut.Of(flow, tensor, axis) is { Start: 0, IsShort: true } cut ? cut : null;
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>How many entries a Pad puts in front of an axis and behind it; fewer than none are cut off.</summary>
internal sealed record PadWidth(long Front, long Behind)
{
    private static readonly ImmutableArray<string> Turning = ["Cast", "Reshape", "Transpose", "Slice", "Reshape"];

    /// <summary>Null where that is computed. The axis is counted from the end.</summary>
    public static PadWidth? Of(DataFlow flow, OnnxNode pad, int axis)
    {
        var pads = WrittenNumbers.Of(flow, pad, "pads", 1);
        if (pads.IsEmpty)
        {
            return OfPairs(Pairs(flow, pad.Input(1)), axis);
        }

        var place = flow.Constant(pad.Input(3))?.Int64s() is { } axes ? axes.ToList().FindIndex(a => WrittenAxis.FromEnd(flow, pad.Input(0), a) == axis) : (pads.Length / 2) - 1 - axis;
        return place >= 0 && place < pads.Length / 2 ? new(pads[place], pads[(pads.Length / 2) + place]) : new(0, 0);
    }

    private static PadWidth? OfPairs(ImmutableArray<long>? pairs, int axis) =>
        pairs is not { } some ? null : (2 * axis) + 1 < some.Length ? new(some[2 * axis], some[(2 * axis) + 1]) : new(0, 0);

    /// <summary>PyTorch's pairs from the last axis on, which its exporter fills up with zeros and turns round in the graph (torch.onnx, symbolic_opset11).</summary>
    private static ImmutableArray<long>? Pairs(DataFlow flow, string pads)
    {
        foreach (var op in Turning)
        {
            pads = flow.Producer(pads) is { } node && node.Op == op ? node.Input(0) : op == "Cast" ? pads : "";
        }

        return flow.Producer(pads) is { Op: "Concat", Inputs: [var first, ..] } ? flow.Constant(first)?.Int64s() : null;
    }
}

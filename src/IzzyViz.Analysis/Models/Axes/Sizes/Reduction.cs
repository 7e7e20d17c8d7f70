using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>What a sum, mean or maximum leaves of the axes, counted from the end.</summary>
internal static class Reduction
{
    /// <summary>Whether it is known which axes it goes over.</summary>
    public static bool IsTold(DataFlow flow, OnnxNode node) => InsertedAxes.Of(flow, node, Rank.Of(flow, node.Input(0))) is var over
        && (over.IsEmpty ? node.Input(1).Length == 0 && node.Int("noop_with_empty_axes") != 0 : !over.Contains(int.MaxValue));

    /// <summary>The axis before that an axis behind is; null for one of one entry that it went over.</summary>
    public static int? Before(DataFlow flow, OnnxNode node, int axis) => node.Int("keepdims", 1) == 0 ? InsertedAxes.BeforeSqueeze(flow, node, axis)
        : InsertedAxes.Of(flow, node, Rank.Of(flow, node.Input(0))).Contains(axis) ? null : axis;
}

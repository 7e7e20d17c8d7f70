using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>Axes as nodes write them, from the front or as negative numbers, counted from the end.</summary>
internal static class WrittenAxis
{
    /// <summary>Null where it is counted from the front and the rank is not known.</summary>
    public static long? FromEnd(DataFlow flow, string tensor, long written) => written < 0 ? -1 - written : Rank.Of(flow, tensor) - 1 - written;

    /// <summary>Whether a Split, Slice or Concat may change how long an axis is: along one of its own axes, or where these cannot be told.</summary>
    public static bool MayChange(DataFlow flow, OnnxNode node, int axis)
    {
        var axes = node.Op != "Slice" ? [node.Int("axis")] : WrittenNumbers.Of(flow, node, "axes", 3);
        return axes.IsEmpty || axes.Any(a => FromEnd(flow, node.Input(0), a) is not { } along || along == axis);
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>The axes that Unsqueeze inserts or Squeeze removes, counted from the end; leading ones where the rank is unknown.</summary>
internal static class InsertedAxes
{
    public static ImmutableArray<int> Of(DataFlow flow, OnnxNode node, int? rank) =>
        [.. Written(flow, node).Select(a => a < 0 ? (int)(-1 - a) : rank is { } r ? (int)(r - 1 - a) : int.MaxValue)];

    /// <summary>Of a reduction that keeps its axes or drops the last.</summary>
    public static ImmutableArray<int> Reduced(DataFlow flow, OnnxNode reduction) =>
        [.. Of(flow, reduction, Rank.Of(flow, reduction.Input(0))).Select(a => a == int.MaxValue ? 0 : a)];

    public static int Count(DataFlow flow, OnnxNode node) => Written(flow, node).Length;

    private static ImmutableArray<long> Written(DataFlow flow, OnnxNode node) =>
        node.Attribute("axes") is { } written ? written.Ints : flow.Constant(node.Input(1))?.Int64s() ?? [];
}

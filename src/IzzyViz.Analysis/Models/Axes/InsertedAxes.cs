using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
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

    /// <summary>The axis before a Squeeze that becomes an axis behind it.</summary>
    public static int BeforeSqueeze(DataFlow flow, OnnxNode squeeze, int axis) =>
        Of(flow, squeeze, Rank.Of(flow, squeeze.Input(0))).Order().Aggregate(axis, (place, removed) => removed <= place ? place + 1 : place);

    /// <summary>The axis before an Unsqueeze that becomes an axis behind it; null for one that is inserted.</summary>
    public static int? BeforeUnsqueeze(DataFlow flow, OnnxNode unsqueeze, int axis)
    {
        var inserted = Of(flow, unsqueeze, Rank.Of(flow, unsqueeze.Input(0)) + Written(flow, unsqueeze).Length);
        return inserted.Contains(axis) ? null : axis - inserted.Count(i => i < axis);
    }

    private static ImmutableArray<long> Written(DataFlow flow, OnnxNode node) => WrittenNumbers.Of(flow, node, "axes", 1);
}

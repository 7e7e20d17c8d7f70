using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>The axes that Unsqueeze inserts or Squeeze removes, counted from the end; leading ones where the rank is unknown.</summary>
internal static class InsertedAxes
{
    public static ImmutableArray<int> Of(DataFlow flow, OnnxNode node, int? rank)
    {
        var axes = node.Attribute("axes") is { } written ? written.Ints : flow.Constant(node.Input(1))?.Int64s() ?? [];
        return [.. axes.Select(a => a < 0 ? (int)(-1 - a) : rank is { } r ? (int)(r - 1 - a) : int.MaxValue)];
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>The places that a ScatterND writes to along one axis, where they are written in the file: alone, or joined with those of other axes as PyTorch's exporter does.</summary>
internal static class Assigned
{
    /// <summary>Null where they are computed. The axis is counted from the end.</summary>
    public static OnnxTensor? Places(DataFlow flow, OnnxNode scatter, int axis)
    {
        var column = Rank.Of(flow, scatter.Input(0)) - 1 - axis;
        var indices = Bare.Of(flow, scatter.Input(1), Bare.Spreading);
        return flow.Constant(indices) is { } single ? column == 0 && flow.Extents.Of(scatter.Input(1), 0).Number == 1 ? single : null
            : flow.Producer(indices) is { Op: "Concat" } joined && WrittenAxis.FromEnd(flow, indices, joined.Int("axis")) == 0 && column >= 0 && column < joined.Inputs.Length
            && joined.Inputs.All(i => flow.Producer(i)?.Op == "Unsqueeze") ? flow.Constant(Bare.Of(flow, joined.Inputs[column.Value], Bare.Spreading)) : null;
    }
}

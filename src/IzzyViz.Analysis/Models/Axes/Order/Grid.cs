using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>Rows and columns of an image, however it was fed: a tensor that is rolled along one axis of places while another lies beside it.</summary>
internal static class Grid
{
    private const int Fewest = 4;

    public static bool IsRolled(DataFlow flow, OriginTrace origins, OnnxNode concat) => concat.Op == "Concat" && Rank.Of(flow, concat.Output(0)) is >= Fewest and var rank
        && WrittenAxis.FromEnd(flow, concat.Output(0), concat.Int("axis")) is { } rolled
        && Enumerable.Range(1, rank - 2).Any(axis => axis != rolled && origins.Of(concat.Output(0), axis) is AxisOrigin.Fed or AxisOrigin.Unknown);
}

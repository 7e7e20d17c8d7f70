using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// A projection that is written for matrices: all leading axes are laid in one, and taken apart again behind it. Runtimes write it so where they fuse a bias into the product.
/// Axes are counted from the end.
/// </summary>
/// <param name="Input">What was laid flat.</param>
/// <param name="Parts">How many trailing axes what the projection makes is split into.</param>
/// <param name="Dropped">How many trailing axes of <paramref name="Input"/> the projection sums over.</param>
internal sealed record FlatProjection(string Input, int Parts, int Dropped)
{
    /// <param name="unfold">The Reshape behind the projection.</param>
    public static FlatProjection? Of(DataFlow flow, OnnxNode unfold)
    {
        if (Before(flow, unfold) is not var (flat, gemm) || Rank.Of(flow, flat.Input(0)) is not { } before || Rank.Of(flow, unfold.Output(0)) is not { } after)
        {
            return null;
        }

        var leading = after - (flow.Extents.Of(unfold).PartsOfLast ?? after);
        return leading >= 2 && before > leading && !Contradict(Trailing(flow, flat.Input(0), before - leading), AxisSize.Of(flow, gemm.Input(1), gemm.Int("transB") == 0 ? 1 : 0))
            ? new(flat.Input(0), after - leading, before - leading) : null;
    }

    /// <summary>The first axis before, where the first behind is as long; also where what the projection makes is not only split but laid in one with the other axes, as examples and heads are.</summary>
    public static AxisPlace? First(DataFlow flow, OnnxNode unfold, int axis) => Before(flow, unfold) is var (flat, _) && Rank.Of(flow, unfold.Output(0)) == axis + 1
        && Rank.Of(flow, flat.Input(0)) is { } before && flow.Extents.Of(flat.Input(0), before - 1) is var size && flow.Extents.Of(unfold.Output(0), axis) == size
        && Extent.Over(flow.Extents.Of(unfold.Input(0), 1), size) is not null ? new(flat.Input(0), before - 1) : null;

    private static (OnnxNode Flat, OnnxNode Projection)? Before(DataFlow flow, OnnxNode unfold) =>
        flow.Producer(unfold.Input(0)) is { Domain: "", Op: "Gemm" } gemm && gemm.Int("transA") == 0 && !flow.IsData(gemm.Input(1)) && flow.Producer(gemm.Input(0)) is { Op: "Reshape" } flat ? (flat, gemm) : null;

    /// <summary>How many numbers the last axes of a tensor hold together; null where that is not written.</summary>
    private static long? Trailing(DataFlow flow, string tensor, int axes) =>
        Enumerable.Range(0, axes).Aggregate((long?)1, (product, axis) => product * AxisSize.Of(flow, tensor, axis));

    /// <summary>Whether a row holds another count of numbers than the projection reads.</summary>
    private static bool Contradict(long? held, long? read) => held is not null && read is not null && held != read;

    /// <summary>The axis of <see cref="Input"/> behind an axis of the result; null for what the projection makes.</summary>
    public int? Source(int axis) => axis < Parts ? null : axis - Parts + Dropped;
}

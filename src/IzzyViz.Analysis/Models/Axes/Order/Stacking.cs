using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>
/// Parts of one tensor that are laid beside each other along an axis of their own, which a Reshape then joins with the one they were cut along: every second entry and the others lie in order where
/// the new axis is the inner one, a beginning and an end where it is the outer one.
/// </summary>
internal static class Stacking
{
    /// <param name="outer">The two axes that are joined, counted from the end.</param>
    public static bool IsReordered(DataFlow flow, string stacked, int outer, int inner)
    {
        if (flow.Producer(stacked) is not { Op: "Concat" } concat || WrittenAxis.FromEnd(flow, stacked, concat.Int("axis")) is not { } along || (along != outer && along != inner))
        {
            return false;
        }

        var cuts = concat.Inputs.Select(i => Part(flow, i, along == outer ? inner : outer)).OfType<Cut>().ToList();
        return cuts.Zip(cuts.Skip(1)).Any(p => p.First.Source == p.Second.Source && (p.First.Order > p.Second.Order || (along == outer ? p.First.Skips || p.Second.Skips : !p.First.Skips || !p.Second.Skips)));
    }

    private static Cut? Part(DataFlow flow, string tensor, int axis) =>
        flow.Producer(tensor) is { Op: "Unsqueeze" } stood && InsertedAxes.BeforeUnsqueeze(flow, stood, axis) is { } before ? Cut.Of(flow, Bare.Of(flow, stood.Input(0), Bare.SameEntries), before) : null;
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>
/// Gives each head out on its own, because the runtime's interface reads no more than 2 GB at once. The weights of all heads are no output then, so that the softmax
/// may be written over its scores, and the slices take no more than they did.
/// </summary>
internal static class HeadSlices
{
    private const long StartsAreInputs = 10;

    /// <summary>The probe itself where heads are not an axis of known size.</summary>
    public static Probe Of(DataFlow flow, Probe probe, (long Heads, long Batch) of)
    {
        if (of.Heads < 2 || probe.KeyAxis != 0 || !probe.Order.IsEmpty || flow.Opset < StartsAreInputs || (of.Batch != 1 && Rank.Of(flow, probe.Output) != 4))
        {
            return probe;
        }

        var graph = new GraphBuilder($"{probe.Output}/heads", flow.Opset);
        ImmutableArray<string> heads = [.. Enumerable.Range(0, (int)of.Heads).Select(h => graph.Slice(probe.Output, -3, h, h + 1))];
        return probe with { HeadOutputs = heads, Nodes = [.. probe.Nodes, .. graph.Nodes], Tensors = [.. probe.Tensors, .. graph.Tensors] };
    }
}

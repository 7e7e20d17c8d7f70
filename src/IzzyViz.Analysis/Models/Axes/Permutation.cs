using System.Collections.Immutable;
using System.Numerics;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How a Transpose moves axes, counted from the end; without a written order it turns all of them round.</summary>
internal static class Permutation
{
    /// <summary>The axis of the input that becomes an axis of the output; null too where what is written is no order of axes.</summary>
    public static int? Before(DataFlow flow, OnnxNode transpose, int axis)
    {
        var order = transpose.Ints("perm");
        return !order.IsEmpty ? IsOrder(order) && axis < order.Length ? order.Length - 1 - (int)order[^(axis + 1)] : null
            : Rank.Of(flow, transpose.Input(0)) is { } rank && axis < rank ? rank - 1 - axis : null;
    }

    /// <summary>The axis of the output that an axis of the input becomes.</summary>
    public static int? After(DataFlow flow, OnnxNode transpose, int axis)
    {
        var order = transpose.Ints("perm");
        return !order.IsEmpty ? IsOrder(order) && order.IndexOf(order.Length - 1 - axis) is >= 0 and var place ? order.Length - 1 - place : null : Before(flow, transpose, axis);
    }

    /// <summary>Whether nothing but the last two axes changes places.</summary>
    public static bool IsMatrixTurn(OnnxNode transpose)
    {
        var order = transpose.Ints("perm");
        return order.Length >= 2 && IsOrder(order) && !order.SkipLast(2).Where((axis, place) => axis != place).Any();
    }

    /// <summary>Each axis once; the runtime refuses anything else.</summary>
    private static bool IsOrder(ImmutableArray<long> order)
    {
        var seen = 0UL;
        foreach (var axis in order)
        {
            seen |= axis >= 0 && axis < Math.Min(order.Length, ValueSkimmer.MostAxes) ? 1UL << (int)axis : 0;
        }

        return BitOperations.PopCount(seen) == order.Length;
    }
}

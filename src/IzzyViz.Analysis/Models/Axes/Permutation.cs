using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How a Transpose moves axes, counted from the end; without a written order it turns all of them round.</summary>
internal static class Permutation
{
    /// <summary>The axis of the input that becomes an axis of the output.</summary>
    public static int? Before(DataFlow flow, OnnxNode transpose, int axis)
    {
        var order = transpose.Ints("perm");
        return !order.IsEmpty ? axis < order.Length ? order.Length - 1 - (int)order[^(axis + 1)] : null
            : Rank.Of(flow, transpose.Input(0)) is { } rank && axis < rank ? rank - 1 - axis : null;
    }

    /// <summary>The axis of the output that an axis of the input becomes.</summary>
    public static int? After(DataFlow flow, OnnxNode transpose, int axis)
    {
        var order = transpose.Ints("perm");
        return !order.IsEmpty ? order.IndexOf(order.Length - 1 - axis) is >= 0 and var place ? order.Length - 1 - place : null : Before(flow, transpose, axis);
    }

    /// <summary>Whether nothing but the last two axes changes places.</summary>
    public static bool IsMatrixTurn(OnnxNode transpose)
    {
        var order = transpose.Ints("perm");
        for (var i = 0; i < order.Length - 2; i++)
        {
            if (order[i] != i)
            {
                return false;
            }
        }

        return order.Length >= 2;
    }
}

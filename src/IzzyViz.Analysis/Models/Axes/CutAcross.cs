using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// A Reshape that splits features and puts another axis of the input between the parts, without the transposition that this takes: <c>[batch, token, head · size]</c> read as
/// <c>[batch, head, token, size]</c>. It runs, and what it calls a token holds parts of several.
/// </summary>
internal static class CutAcross
{
    private const int NearBy = 8;

    /// <summary>The axis, from the end, that runs over parts of several entries; null where there is none, or where sizes do not tell.</summary>
    public static int? Of(DataFlow flow, OnnxNode reshape)
    {
        var target = ReshapeTarget.Of(flow, reshape.Input(1));
        var size = AxisSize.Of(flow, reshape.Input(0), 0) ?? flow.Extents.Of(reshape.Input(0), 0).Number;
        var product = 1L;
        for (var axis = 0; axis < target.Length && product < size; axis++)
        {
            if ((target[^(axis + 1)] ?? flow.Extents.Of(reshape.Output(0), axis).Number) is not { } part)
            {
                return Multiple(flow, reshape, axis) * product % size > 0 || (axis > 0 && IsOtherAxis(flow, Part(flow, reshape.Input(1), axis))) ? axis : null;
            }

            product *= part;
            if (product > size)
            {
                return axis > 0 ? axis : null;
            }
        }

        return null;
    }

    /// <summary>How many times as long an axis is as another that is fed: features have as many parts as is written, whatever is fed.</summary>
    private static long? Multiple(DataFlow flow, OnnxNode reshape, int axis) =>
        flow.Extents.Of(reshape.Output(0), axis) is { Root: { } root } extent && root.Tensor != reshape.Output(0) ? extent.Count : null;

    /// <summary>What gives one of the sizes that are joined to a shape, counted from the end.</summary>
    private static string Part(DataFlow flow, string shape, int axis)
    {
        var parts = flow.Producer(shape) is { Op: "Concat" } concat ? concat.Inputs : [];
        foreach (var part in parts.Reverse())
        {
            if (axis-- == 0)
            {
                return part;
            }

            axis -= (int)(flow.Constant(part)?.Count ?? Rank.PartLength(flow, part) ?? 1) - 1;
        }

        return "";
    }

    /// <summary>Whether a size is read from a shape, of an axis that is not the last.</summary>
    private static bool IsOtherAxis(DataFlow flow, string part)
    {
        for (var step = 0; step < NearBy && flow.Producer(part) is { } node; step++)
        {
            if (node.Op == "Gather" && flow.Producer(node.Input(0)) is { Op: "Shape" } read && flow.Constant(node.Input(1))?.Int64s() is [var place])
            {
                return place >= 0 ? Rank.Of(flow, read.Input(0)) is { } rank && place < rank - 1 : place < -1;
            }

            part = node.Op is "Unsqueeze" or "Cast" or "Identity" or "Squeeze" ? node.Input(0) : "";
        }

        return false;
    }
}

using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>
/// A Reshape that splits features and puts another axis of the input between the parts, without the transposition that this takes: <c>[batch, 5, head · size]</c> read as
/// <c>[batch, head, 5, size]</c>. It runs, and what it calls a token holds parts of several. Where the other axis is of open size, <see cref="Crossing"/> tells.
/// </summary>
internal static class CutAcross
{
    /// <summary>The axis, from the end, that runs over parts of several entries; null where there is none, or where sizes do not tell.</summary>
    public static int? Of(DataFlow flow, OnnxNode reshape)
    {
        var (size, product) = (flow.Extents.Of(reshape.Input(0), 0).Number, 1L);
        for (var axis = 0; product < size && axis < Rank.Of(flow, reshape.Output(0)) && flow.Extents.Of(reshape.Output(0), axis).Number is { } part; axis++)
        {
            product *= part;
            if (product > size)
            {
                return axis > 0 ? axis : null;
            }
        }

        return null;
    }
}

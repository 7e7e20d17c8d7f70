using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>
/// A Reshape that joins the parts an axis was divided into, the inner one before the outer, or the columns of an image before its rows: entries are dealt out as cards are. Windows of an image are
/// joined out of parts of different axes. Axes are counted from the end.
/// </summary>
internal static class Interleaving
{
    private const int NearBy = 16;

    public static bool Of(DataFlow flow, OnnxNode reshape, int axis)
    {
        var joined = flow.Extents.Of(reshape).Sources(axis).ToList();
        var parts = joined.ConvertAll(source => Part(flow, new(reshape.Input(0), source)));
        return parts.Zip(parts.Skip(1)).Any(p => p is ({ } outer, { } inner) && ReferenceEquals(outer.Divided, inner.Divided) && outer.Axis == inner.Axis && outer.Place > inner.Place)
            || joined.Zip(joined.Skip(1)).Any(p => Stacking.IsReordered(flow, reshape.Input(0), p.First, p.Second));
    }

    /// <summary>The Reshape that divided an axis, the axis it divided, and which of the parts this is, the outermost first; or the convolution whose places these are.</summary>
    private static (OnnxNode Divided, int? Axis, int Place)? Part(DataFlow flow, AxisPlace place)
    {
        foreach (var (node, axis) in AxisStep.Back(flow, place, NearBy))
        {
            if (node.Op == "Reshape" && flow.Extents.Of(node).PartOf(axis) is { } part)
            {
                return (node, part.Axis, part.Place);
            }

            if (node.Op is "Conv" or "ConvInteger" or "QLinearConv" && axis < Convolution.Channels(flow, node))
            {
                return (node, null, -axis);
            }
        }

        return null;
    }
}

using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How many of the axes behind a Reshape are parts of the last one before it, as where a projection's result is split into heads.</summary>
internal static class FeatureSplit
{
    /// <summary>Null where sizes do not tell.</summary>
    /// <param name="before">How many axes there were.</param>
    public static int? PartsOf(DataFlow flow, OnnxNode reshape, WrittenShape shape, int? before) =>
        AxisSize.Of(flow, reshape.Input(0), 0) is not { } size ? null : AndRest(shape, size, before) ?? Written(shape, size);

    /// <summary>The last size is left to be computed: what is written before it, behind as many computed sizes as there were leading axes, is split off the same axis.</summary>
    private static int? AndRest(WrittenShape shape, long size, int? before)
    {
        var sizes = shape.Sizes;
        if (sizes is not [.., { } count, null] || !(shape.EndsInQuotient || shape.Kept == sizes.Length - 2))
        {
            return null;
        }

        var leading = before - 1 is { } kept && sizes.Length > kept + 1 && sizes.Skip(kept).SkipLast(1).All(s => s is not null) ? kept : sizes.Length - 2;
        var written = sizes.Skip(leading).SkipLast(1).Aggregate(1L, (p, s) => p * s!.Value);
        return written > 0 && size % written == 0 && size > written ? sizes.Length - leading : size % count == 0 && size > count ? 2 : null;
    }

    /// <summary>How many trailing sizes multiply to the size of the axis they came from.</summary>
    private static int? Written(WrittenShape shape, long size)
    {
        var sizes = shape.Sizes;
        var product = 1L;
        for (var i = 1; i <= sizes.Length && sizes[^i] is { } part and > 0; i++)
        {
            product *= part;
            if (product == size)
            {
                return i + (i < sizes.Length && sizes[^(i + 1)] == 1 ? 1 : 0);
            }
        }

        return null;
    }
}

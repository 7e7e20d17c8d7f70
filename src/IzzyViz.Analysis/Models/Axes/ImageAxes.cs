using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// Where an axis behind a Reshape of <c>[batch, channel, place…]</c> came from: places may be laid in one row, channels be split into heads. Axes are counted from the end.
/// </summary>
internal sealed class ImageAxes
{
    private const int NearBy = 8;

    private readonly int _before;
    private readonly int _places;
    private readonly int _parts;

    /// <param name="target">The sizes that are asked for.</param>
    /// <param name="sizes">How many examples and channels there are, where that is known.</param>
    public ImageAxes(int before, int after, ImmutableArray<long?> target, (long? Batch, long? Channels) sizes)
    {
        _before = before;
        var leading = sizes.Batch is { } batch ? PartsOf(batch, target, 0) ?? 1 : 1;
        var found = sizes.Channels is { } channels ? PartsOf(channels, target, leading) : null;
        _parts = found ?? (after > before ? after - before + 1 : 1);
        _places = Math.Max(0, after - (found is null ? 1 : leading) - _parts);
        IsSure = found is not null || sizes.Channels is null || target.Length < 2 || target[1] is null;
    }

    /// <summary>Null where no convolution made the input, or what stands near by may have changed its axes.</summary>
    public static ImageAxes? Of(DataFlow flow, string input, (int Before, int After) ranks, ImmutableArray<long?> target)
    {
        var batch = AxisSize.Of(flow, input, ranks.Before - 1);
        for (var step = 0; step < NearBy && flow.Producer(input) is { } node; step++)
        {
            switch (node.Op)
            {
                case "Conv" or "ConvInteger" or "QLinearConv" or "GroupNormalization" or "InstanceNormalization" or "BatchNormalization":
                    return new(ranks.Before, ranks.After, target, (batch, node.Op == "Conv" && flow.Constant(node.Input(1)) is { Dims: [var channels, ..] } ? channels : null));
                case "Cast" or "Add" or "Mul" or "Split" or "Slice" or "Relu" or "DequantizeLinear" or "QuantizeLinear":
                    input = node.Inputs.FirstOrDefault(flow.IsData) ?? "";
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The written sizes do not contradict it.</summary>
    public bool IsSure { get; }

    private int Spatial => _before - 2;

    public int Source(int axis) => axis < _places ? _places == Spatial ? axis : 0 : axis < _places + _parts ? Spatial : _before - 1;

    /// <summary>How many sizes from one on multiply to a number.</summary>
    private static int? PartsOf(long whole, ImmutableArray<long?> target, int from)
    {
        var product = 1L;
        for (var i = from; i < target.Length && target[i] is { } size; i++)
        {
            product *= size;
            if (product == whole)
            {
                return i + 1 - from;
            }
        }

        return null;
    }
}

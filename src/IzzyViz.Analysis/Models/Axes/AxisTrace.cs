using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>What runs along an axis.</summary>
internal enum AxisRole
{
    Unknown,

    /// <summary>The numbers that describe one token: what a projection makes.</summary>
    Feature,

    /// <summary>Tokens, patches, frames, or anything else that a projection leaves in place.</summary>
    Position,
}

/// <summary>
/// Follows an axis back to the projection, norm, table or input it came from. This is what tells attention (features are summed over)
/// from attention between channels (tokens are), also where all sizes are equal. Axes are counted from the end.
/// </summary>
internal sealed class AxisTrace(DataFlow flow)
{
    private const int Budget = 400;

    private int _left;

    public AxisRole Role(string tensor, int axis)
    {
        _left = Budget;
        return Follow(tensor, axis);
    }

    private AxisRole Follow(string tensor, int axis)
    {
        if (_left-- <= 0 || axis < 0 || flow.Constant(tensor) is not null)
        {
            return AxisRole.Unknown;
        }

        return flow.Producer(tensor) is not { } node ? OfInput(tensor, axis)
            : Product.Of(node) is { } product ? OfProduct(product, axis) : OfNode(node, tensor, axis);
    }

    private AxisRole OfInput(string tensor, int axis) => flow.Value(tensor) switch
    {
        { Dims.Length: >= 3 } input when input.Type.IsFloat() => FromEnd(axis),
        _ => AxisRole.Unknown,
    };

    private static AxisRole FromEnd(int axis) => axis == 0 ? AxisRole.Feature : AxisRole.Position;

    private AxisRole OfProduct(Product product, int axis)
    {
        if (!flow.IsData(product.Right))
        {
            return FromEnd(axis);
        }

        if (!flow.IsData(product.Left))
        {
            return axis == 1 ? AxisRole.Feature : AxisRole.Position;
        }

        return axis switch
        {
            0 => Follow(product.Right, 1 - product.RightContracted),
            1 => Follow(product.Left, 1 - product.LeftContracted),
            _ => Follow(product.Left, axis),
        };
    }

    private AxisRole OfNode(OnnxNode node, string tensor, int axis) => node.Op switch
    {
        "MatMulNBits" or "LayerNormalization" or "SimplifiedLayerNormalization" or "SkipLayerNormalization" or "SkipSimplifiedLayerNormalization"
            or "RMSNormalization" or "EmbedLayerNormalization" or "LSTM" or "GRU" or "RNN" => FromEnd(axis),
        "Attention" or "MultiHeadAttention" or "GroupQueryAttention" or "QAttention" => FromEnd(axis),
        "Conv" or "ConvInteger" or "QLinearConv" => axis == Convolution.Channels(flow, node) ? AxisRole.Feature : AxisRole.Position,
        "Gather" => OfGather(node, axis),
        "Transpose" => Permutation.Before(flow, node, axis) is { } before ? Follow(node.Input(0), before) : AxisRole.Unknown,
        "Reshape" => new ReshapeAxes(flow, node).Source(axis) is { } source ? Follow(node.Input(0), source) : AxisRole.Unknown,
        "Unsqueeze" => InsertedAxes.BeforeUnsqueeze(flow, node, axis) is { } before ? Follow(node.Input(0), before) : AxisRole.Unknown,
        "Squeeze" => Follow(node.Input(0), InsertedAxes.BeforeSqueeze(flow, node, axis)),
        "If" or "Loop" or "Scan" or "ReduceMean" or "ReduceSum" or "ReduceMax" or "Shape" => AxisRole.Unknown,
        "Split" or "Slice" or "Expand" or "Tile" or "Pad" => Follow(node.Input(0), axis),
        _ => FirstKnown(node, tensor, axis),
    };

    /// <summary>Element-wise operators and concatenations: any operand that knows decides.</summary>
    private AxisRole FirstKnown(OnnxNode node, string tensor, int axis)
    {
        foreach (var input in node.Inputs.Where(i => i != tensor && flow.IsData(i)))
        {
            if (Follow(input, axis) is var role and not AxisRole.Unknown)
            {
                return role;
            }
        }

        return AxisRole.Unknown;
    }

    private AxisRole OfGather(OnnxNode node, int axis)
    {
        if (!flow.IsData(node.Input(0)))
        {
            return FromEnd(axis);
        }

        var removes = Rank.Of(flow, node.Input(1)) == 0;
        var removed = WrittenAxis.FromEnd(flow, node.Input(0), node.Int("axis")) ?? long.MaxValue;
        return Follow(node.Input(0), removes && axis >= removed ? axis + 1 : axis);
    }
}

using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>One step back along an axis, through nodes that have one input which gives it to them. Axes are counted from the end.</summary>
internal static class AxisStep
{
    /// <summary>Null where the node makes the axis, where it has several inputs to choose from, or where what it does with axes cannot be told.</summary>
    public static AxisPlace? Before(DataFlow flow, OnnxNode node, int axis) => node.Op switch
    {
        "Transpose" => At(node, Permutation.Before(flow, node, axis)),
        "Unsqueeze" => At(node, InsertedAxes.BeforeUnsqueeze(flow, node, axis)),
        "Squeeze" => At(node, InsertedAxes.BeforeSqueeze(flow, node, axis)),
        "Reshape" => AxisSize.Of(flow, node.Output(0), axis) == 1 ? null
            : FlatProjection.Of(flow, node) is { } projection ? projection.Source(axis) is { } row ? new(projection.Input, row) : null
            : FlatProjection.First(flow, node, axis) ?? At(node, new ReshapeAxes(flow, node).SureSource(axis)),
        "MatMulNBits" when axis == 0 => null,
        "MatMulNBits" or "LayerNormalization" or "SimplifiedLayerNormalization" or "SkipLayerNormalization" or "SkipSimplifiedLayerNormalization" or "RMSNormalization"
            or "Attention" or "MultiHeadAttention" or "GroupQueryAttention" or "QAttention" => At(node, axis),
        // [token, direction, example, feature] of [token, example, feature].
        "LSTM" or "GRU" or "RNN" when node.Int("layout") == 0 => axis switch { 3 => At(node, 2), 1 => At(node, 1), _ => null },
        "Slice" or "Split" or "Tile" or "Pad" or "TopK" or "GatherElements" => At(node, axis),
        "Cast" or "Identity" or "Dropout" or "QuantizeLinear" or "DequantizeLinear" or "DynamicQuantizeLinear" or "Neg" or "Pow" or "Sqrt" or "Reciprocal" or "Log"
            or "Tanh" or "Erf" or "Sigmoid" or "Relu" or "Gelu" or "FastGelu" or "BiasGelu" or "QuickGelu" or "Elu" or "LeakyRelu" or "Softplus" or "Clip" or "RotaryEmbedding"
            or "Abs" or "HardSwish" or "HardSigmoid" or "Mish" or "Selu" or "Floor" or "Round"
            or "BatchNormalization" or "InstanceNormalization" or "GroupNormalization" or "LpNormalization" => At(node, axis),
        _ => null,
    };

    /// <summary>Each node on the way back along an axis with the axis of what it makes, the last that is told included.</summary>
    public static IEnumerable<(OnnxNode Node, int Axis)> Back(DataFlow flow, AxisPlace place, int most)
    {
        AxisPlace? next = place;
        for (var step = 0; step < most && next is { } at && flow.Producer(at.Tensor) is { } node; step++)
        {
            yield return (node, at.Axis);
            next = Before(flow, node, at.Axis);
        }
    }

    private static AxisPlace? At(OnnxNode node, int? axis) => axis is { } place ? new(node.Input(0), place) : null;
}

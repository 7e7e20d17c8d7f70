using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>How many axes a tensor has, from what is written near it; null where that is not enough.</summary>
internal static class Rank
{
    private const int Furthest = 24;

    /// <summary>Batch, head, query, key: nothing that is broadcast against it has more.</summary>
    private const int Usual = 4;

    public static int? Of(DataFlow flow, string tensor) =>
        flow.Constant(tensor) is { } constant ? constant.Dims.Length
            : flow.Value(tensor)?.Dims is { } dims ? dims.Length : flow.Ranks.GetValueOrDefault(tensor);

    /// <summary>Of what a node makes, from the ranks of what it reads.</summary>
    public static int? OfMade(DataFlow flow, OnnxNode node, int output) =>
        node.Op switch
        {
            "EmbedLayerNormalization" or "QEmbedLayerNormalization" => output == 1 ? 1 : 3,
            "LSTM" or "GRU" or "RNN" => output == 0 ? 4 : 3,
            "Attention" or "QAttention" or "MultiHeadAttention" or "GroupQueryAttention" or "DecoderMaskedMultiHeadAttention" when output > 0 => null,
            _ => Possible(OfResult(flow, node)),
        };

    private static int? OfResult(DataFlow flow, OnnxNode node) => node.Op switch
    {
        "Transpose" when node.Attribute("perm") is { } perm => perm.Ints.Length,
        "Reshape" => ShapeLength(flow, node.Input(1)),
        "Expand" => Most(flow, [node.Input(0)]) is { } rank ? Math.Max(rank, ShapeLength(flow, node.Input(1)) ?? 0) : ShapeLength(flow, node.Input(1)),
        "Einsum" => node.Attribute("equation")?.Text?.Split("->")[^1].Trim().Length,
        "Gemm" or "Flatten" => 2,
        "Attention" when node.Domain.Length == 0 => Of(flow, node.Input(0)),
        "Attention" or "QAttention" or "MultiHeadAttention" or "GroupQueryAttention" or "DecoderMaskedMultiHeadAttention" => 3,
        "Range" => 1,
        "ConstantOfShape" => ShapeLength(flow, node.Input(0)),
        "Conv" or "ConvInteger" or "QLinearConv" => Convolution.Places(flow, node) + 2,
        "MatMul" or "FusedMatMul" or "MatMulInteger" or "Add" or "Sub" or "Mul" or "Div" or "Mod" or "Where" => Most(flow, node.Inputs),
        "Unsqueeze" => Of(flow, node.Input(0)) + AxisCount(flow, node),
        "ReduceSum" or "ReduceMax" or "ReduceMin" or "ReduceMean" or "ReduceL2" or "ReduceLogSumExp" => node.Int("keepdims", 1) == 1 ? Of(flow, node.Input(0)) : Of(flow, node.Input(0)) - AxisCount(flow, node),
        "Squeeze" => Of(flow, node.Input(0)) - AxisCount(flow, node),
        "Gather" => Of(flow, node.Input(0)) + Of(flow, node.Input(1)) - 1,
        "Transpose" or "Concat" or "Cast" or "Softmax" or "Tanh" or "Clip" or "Identity" or "Dropout" or "Slice" or "Split" or "LayerNormalization"
            or "QuantizeLinear" or "DequantizeLinear" or "Max" or "Min" or "Neg" or "Exp" or "MatMulNBits" or "SkipLayerNormalization" or "SimplifiedLayerNormalization"
            or "SkipSimplifiedLayerNormalization" or "RMSNormalization" or "Gelu" or "FastGelu" or "BiasGelu" or "QuickGelu" or "Relu" or "RotaryEmbedding"
            or "Erf" or "Sigmoid" or "Reciprocal" or "Log" or "Abs" or "Elu" or "LeakyRelu" or "Softplus" or "HardSigmoid" or "HardSwish" or "Mish" or "Selu" or "LogSoftmax"
            or "Sin" or "Cos" or "Floor" or "Round" or "Not" or "IsNaN" or "CumSum" or "CastLike" or "Trilu" or "BatchNormalization" or "InstanceNormalization" or "GroupNormalization"
            or "DynamicQuantizeLinear" or "Tile" or "Pad" or "Pow" or "Sqrt" or "GatherElements" or "TopK" or "ScatterND" or "ScatterElements" => Of(flow, node.Input(0)),
        _ => null,
    };

    /// <summary>Of operands that are broadcast; null where one that is fed is not known and could have more axes.</summary>
    private static int? Most(DataFlow flow, IEnumerable<string> tensors)
    {
        var (most, isSure) = (0, true);
        foreach (var tensor in tensors.Where(t => t.Length > 0))
        {
            var rank = Of(flow, tensor);
            most = Math.Max(most, rank ?? 0);
            isSure &= rank is not null || !flow.IsData(tensor);
        }

        return isSure && most > 0 || most >= Usual ? most : null;
    }

    private static int? ShapeLength(DataFlow flow, string shape, int distance = 0) => flow.Constant(shape) is { } constant ? Possible(constant.Count)
        : flow.Value(shape)?.Dims is [{ Size: { } size }] ? Possible(size)
        : flow.Producer(shape) is { Op: "Concat" } concat ? ConcatLength(flow, concat)
        : flow.Producer(shape) is { Op: "Shape" } whole ? SizeCount(flow, whole)
        : distance < Furthest && flow.Producer(shape) is { Op: "Cast" or "Identity" } same ? ShapeLength(flow, same.Input(0), distance + 1) : null;

    private static int? ConcatLength(DataFlow flow, OnnxNode concat)
    {
        var length = 0;
        foreach (var part in concat.Inputs.Take(ValueSkimmer.MostAxes + 1))
        {
            if ((flow.Constant(part) is { } constant ? Possible(constant.Count) : PartLength(flow, part)) is not { } count)
            {
                return null;
            }

            length += count;
        }

        return concat.Inputs.Length <= ValueSkimmer.MostAxes ? Possible(length) : null;
    }

    /// <summary>Exporters join sizes one by one, take several from another tensor's shape, or join what was joined, which is not followed far; null where it cannot be told how many.</summary>
    public static int? PartLength(DataFlow flow, string part, int distance = 0) => flow.Producer(part) switch
    {
        { Op: "Shape" } whole => SizeCount(flow, whole),
        { Op: "Gather" } pick => flow.Constant(pick.Input(1)) is { } places ? Possible(places.Count) : 1,
        { Op: "Cast" or "Identity" } same when distance < Furthest => PartLength(flow, same.Input(0), distance + 1),
        { Op: "Slice" } slice when flow.Producer(slice.Input(0)) is { Op: "Shape" } shape => SliceLength(flow, slice, Of(flow, shape.Input(0))),
        { Op: "Concat" } joined when distance < 2 => joined.Inputs.Take(ValueSkimmer.MostAxes + 1).Aggregate((int?)0, (all, one) => all + (Possible(flow.Constant(one)?.Count) ?? PartLength(flow, one, distance + 1))),
        null => flow.Value(part)?.Dims is [{ Size: { } size }] ? Possible(size) : null,
        _ => 1,
    };

    private static int? SizeCount(DataFlow flow, OnnxNode shape) =>
        Of(flow, shape.Input(0)) is { } rank ? Math.Max(0, Cut.Place(shape.Int("end", rank), rank) - Cut.Place(shape.Int("start"), rank)) : null;

    private static int? SliceLength(DataFlow flow, OnnxNode slice, int? rank) =>
        rank is { } known && Cut.OfList(flow, slice, known) is { } taken ? taken.End.Value - taken.Start.Value : null;

    private static int AxisCount(DataFlow flow, OnnxNode node) =>
        node.Attribute("axes") is { } axes ? axes.Ints.Length : flow.Constant(node.Input(1)) is { } constant ? Possible(constant.Count) ?? 1 : 1;

    /// <summary>A file can write any number where axes are counted.</summary>
    private static int? Possible(long? axes) => axes is >= 0 and <= ValueSkimmer.MostAxes ? (int)axes : null;
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>How many heads run along an axis of an operand, where the Reshape that splits a projection, or a declared shape, says it. Axes are counted from the end.</summary>
/// <remarks>It looks further than <see cref="AxisSize"/>, through all operands and to what exporters declare: good enough to state a number, not to prove what an axis is.</remarks>
internal sealed class HeadSplit
{
    private const int Budget = 120;

    private readonly DataFlow _flow;
    private int _left = Budget;

    private HeadSplit(DataFlow flow) => _flow = flow;

    public static long? Of(DataFlow flow, string tensor, int axis) => new HeadSplit(flow).Follow(tensor, axis);

    private long? Follow(string tensor, int axis) => axis < 0 || _left-- <= 0 ? null : Declared(tensor, axis) ?? (_flow.Producer(tensor) is { } node ? Before(node, axis) : null);

    private long? Declared(string tensor, int axis) =>
        _flow.Value(tensor)?.Dims is { } dims && axis < dims.Length ? dims[^(axis + 1)].Size : null;

    private long? Before(OnnxNode node, int axis) => node.Op switch
    {
        "Reshape" => OfReshape(node, axis),
        "Transpose" => Permutation.Before(_flow, node, axis) is { } before ? Follow(node.Input(0), before) : null,
        "Concat" or "Split" or "Slice" => WrittenAxis.MayChange(_flow, node, axis) ? null : Largest(node, axis),
        "Cast" or "Identity" or "Add" or "Sub" or "Mul" or "Div" or "Neg" or "Where" or "QuantizeLinear" or "DequantizeLinear" or "LayerNormalization"
            or "SimplifiedLayerNormalization" or "RMSNormalization" => Largest(node, axis),
        "RotaryEmbedding" => Follow(node.Input(0), axis),
        "Squeeze" => Follow(node.Input(0), InsertedAxes.BeforeSqueeze(_flow, node, axis)),
        "Gather" when Rank.Of(_flow, node.Input(1)) == 0 => WrittenAxis.FromEnd(_flow, node.Input(0), node.Int("axis")) is { } removed ? Follow(node.Input(0), removed <= axis ? axis + 1 : axis) : null,
        _ => null,
    };

    /// <summary>Operands are broadcast: an axis of one entry says nothing of the others.</summary>
    private long? Largest(OnnxNode node, int axis) => node.Inputs.Where(_flow.IsData).Select(i => Follow(i, axis)).Max();

    private long? OfReshape(OnnxNode node, int axis)
    {
        if (axis == 2 && Rank.Of(_flow, node.Output(0)) == 3 && Rank.Of(_flow, node.Input(0)) == 4)
        {
            // Heads folded into the batch.
            return Follow(node.Input(0), axis);
        }

        var sizes = ReshapeTarget.Of(_flow, node.Input(1));
        return axis >= sizes.Length ? null : sizes[^(axis + 1)] ?? (ReshapeTarget.IsOpen(_flow, node.Input(1), axis) ? Rest(node, axis, sizes) : null);
    }

    /// <summary>What is left of a projection's features, where a Reshape splits them and leaves one size open.</summary>
    private long? Rest(OnnxNode node, int axis, ImmutableArray<long?> sizes)
    {
        var inner = sizes[^axis..].Aggregate((long?)1, (product, size) => product * size);
        return Rank.Of(_flow, node.Input(0)) < sizes.Length && AxisSize.Of(_flow, node.Input(0), 0) is { } size && inner is { } part && size % part == 0 ? size / part : null;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>How many heads run along an axis of an operand, where the Reshape that splits a projection, or a declared shape, says it. Axes are counted from the end.</summary>
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
        "Concat" or "Split" or "Slice" => IsAlong(node, axis) == false ? Largest(node, axis) : null,
        "Cast" or "Identity" or "Add" or "Sub" or "Mul" or "Div" or "Neg" or "Where" or "QuantizeLinear" or "DequantizeLinear" or "LayerNormalization"
            or "SimplifiedLayerNormalization" or "RMSNormalization" => Largest(node, axis),
        "RotaryEmbedding" => Follow(node.Input(0), axis),
        "Gather" or "Squeeze" => Removed(node) is { } removed ? Follow(node.Input(0), Before(axis, removed)) : null,
        _ => null,
    };

    /// <summary>Operands are broadcast: an axis of one entry says nothing of the others.</summary>
    private long? Largest(OnnxNode node, int axis) => node.Inputs.Where(_flow.IsData).Select(i => Follow(i, axis)).Max();

    /// <summary>Whether a node joins or cuts along the axis; null where that cannot be told.</summary>
    private bool? IsAlong(OnnxNode node, int axis)
    {
        var written = node.Op == "Slice" ? (node.Ints("axes") is [var old] ? old : _flow.Constant(node.Input(3))?.Int64s() is [var one] ? one : null) : (long?)node.Int("axis");
        return written switch
        {
            null => null,
            < 0 => written == -1 - axis,
            _ => Rank.Of(_flow, node.Output(0)) is { } rank ? rank - 1 - written == axis : null,
        };
    }

    /// <summary>The axes that one place is taken of; null where that cannot be told.</summary>
    private ImmutableArray<int>? Removed(OnnxNode node)
    {
        var rank = Rank.Of(_flow, node.Input(0));
        return node.Op == "Squeeze" ? InsertedAxes.Of(_flow, node, rank)
            : Rank.Of(_flow, node.Input(1)) != 0 ? null
            : node.Int("axis") is < 0 and var fromEnd ? [(int)(-1 - fromEnd)]
            : rank is { } known ? [known - 1 - (int)node.Int("axis")] : null;
    }

    private static int Before(int axis, ImmutableArray<int> removed) => removed.Order().Aggregate(axis, (place, gone) => gone <= place ? place + 1 : place);

    private long? OfReshape(OnnxNode node, int axis)
    {
        if (axis == 2 && Rank.Of(_flow, node.Output(0)) == 3 && Rank.Of(_flow, node.Input(0)) == 4)
        {
            // Heads folded into the batch.
            return Follow(node.Input(0), axis);
        }

        var target = ReshapeTarget.Of(_flow, node.Input(1));
        return axis >= target.Length ? null : target[^(axis + 1)] ?? Rest(node, axis, [.. target]);
    }

    /// <summary>What is left of a projection's features, where a Reshape splits them and leaves one size open.</summary>
    private long? Rest(OnnxNode node, int axis, long?[] target)
    {
        var inner = target[^axis..].Aggregate((long?)1, (product, size) => product * size);
        return IsOpen(node.Input(1), axis) && Rank.Of(_flow, node.Input(0)) < target.Length && AxisSize.Of(_flow, node.Input(0), 0) is { } size && inner is { } part && size % part == 0 ? size / part : null;
    }

    private bool IsOpen(string shape, int axis) => _flow.Constant(shape)?.Int64s() is { } sizes ? sizes[^(axis + 1)] == -1
        : _flow.Producer(shape) is { Op: "Concat" } concat && axis < concat.Inputs.Length && _flow.Constant(concat.Inputs[^(axis + 1)])?.Int64s() is [-1];
}

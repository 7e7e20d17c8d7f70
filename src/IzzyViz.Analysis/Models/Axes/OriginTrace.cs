using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// Follows an axis to its origin. Where <see cref="AxisTrace"/> asks what the nearest projection made of it, this goes on through projections, norms and residual sums:
/// it tells tokens from heads, from examples and from learned slots, also where all of them are equally many. Axes are counted from the end.
/// </summary>
internal sealed class OriginTrace(DataFlow flow)
{
    private const int NearBy = 24;

    private readonly Dictionary<AxisPlace, AxisOrigin> _known = [];
    private readonly Turns _turns = new(flow);

    /// <summary>Queries over an image may be picked out of its places: they are objects, and have no order of their own.</summary>
    public bool QueriesMayBePicked { get; } = flow.FedInputs.Any(i => ImageInput.Is(flow, i));

    public Moves Moves { get; } = new(flow);

    public AxisOrigin Of(AxisPlace? place) => place is { } known ? Of(known.Tensor, known.Axis) : AxisOrigin.Unknown;

    public AxisOrigin Of(string tensor, int axis)
    {
        if (axis < 0 || tensor.Length == 0)
        {
            return AxisOrigin.Unknown;
        }

        if (!_known.TryGetValue(new(tensor, axis), out var origin) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            origin = flow.Constant(tensor) is { } constant ? OfConstant(constant, axis)
                : flow.Producer(tensor) is not { } node ? OfInput(flow.Value(tensor), axis)
                : Product.Of(node) is { } product ? OfProduct(product, axis) : OfNode(node, axis);
            _known[new(tensor, axis)] = origin;
        }

        return origin;
    }

    private static AxisOrigin OfConstant(OnnxTensor constant, int axis) =>
        axis < constant.Dims.Length && constant.Dims[^(axis + 1)] > 1 ? AxisOrigin.Learned : AxisOrigin.One;

    private static AxisOrigin OfInput(OnnxValue? input, int axis) => input switch
    {
        { Dims.Length: 2 } => axis == 0 ? AxisOrigin.Fed : AxisOrigin.Examples,
        { Dims: { Length: >= 3 } dims } when input.Type.IsFloat() => axis == dims.Length - 1 ? AxisOrigin.Leading : AxisOrigin.Fed,
        _ => AxisOrigin.Unknown,
    };

    private AxisOrigin OfProduct(Product product, int axis)
    {
        if (product.OperandAxis(axis) is not { } from)
        {
            return Of(flow.IsData(product.Left) ? product.Left : product.Right, axis);
        }

        var (tensor, other) = from.IsLeft ? (product.Left, product.Right) : (product.Right, product.Left);
        return flow.IsData(tensor) || !flow.IsData(other) || AreQueries(product, from.IsLeft) ? Of(tensor, from.Axis) : AxisOrigin.Made;
    }

    /// <summary>Parameters on the left that are compared with features one by one, as learned queries are; a mixture sums over tokens.</summary>
    private bool AreQueries(Product product, bool isLeft) => isLeft && product.Equation is null && Of(product.Right, product.RightContracted) == AxisOrigin.Made;

    private AxisOrigin OfNode(OnnxNode node, int axis) => Picking.IsAlong(flow, node, axis) ? OfPicked(node, axis)
        : node.Op == "Reshape" && IsReordered(node, axis) ? AxisOrigin.Chosen
        : AxisStep.Before(flow, node, axis) is { } before ? Of(before.Tensor, before.Axis)
        : node.Op switch
        {
            "MatMulNBits" => AxisOrigin.Made,
            "EmbedLayerNormalization" or "QEmbedLayerNormalization" => axis == 0 ? AxisOrigin.Made : Of(node.Input(0), axis - 1),
            "Conv" or "ConvInteger" or "QLinearConv" => OfConvolution(node, axis),
            "Gather" => OfGather(node, axis),
            "Reshape" => OfReshape(node, axis),
            "Unsqueeze" => AxisOrigin.One,
            "ReduceMean" or "ReduceSum" or "ReduceMax" or "ReduceMin" or "ReduceL2" => OfReduction(node, axis),
            "Expand" => Of(node.Input(0), axis) is var inner and not AxisOrigin.One ? inner : AxisOrigin.Unknown,
            "Softmax" or "Exp" or "Add" or "Sub" or "Mul" or "Div" or "Where" or "Concat" or "Max" or "Min" or "Sum" => OfOperands(node, axis),
            _ => AxisOrigin.Unknown,
        };

    /// <summary>Heads that are picked are still heads. What was turned round before may be turned back, as where a recurrent layer reads from the end.</summary>
    private AxisOrigin OfPicked(OnnxNode node, int axis) => node.Op != "GatherND" && Of(node.Input(0), axis) == AxisOrigin.Made ? AxisOrigin.Made
        : _turns.IsTurnedBack(node) ? AxisOrigin.Unknown : AxisOrigin.Chosen;

    /// <summary>Whether any axis of several that are joined is in another order; or rows of all examples, picked in another order, are taken apart.</summary>
    private bool IsReordered(OnnxNode reshape, int axis)
    {
        var sources = flow.Extents.Of(reshape).Sources(axis).ToList();
        return sources.Count > 1 ? sources.Exists(s => Of(reshape.Input(0), s) == AxisOrigin.Chosen)
            : flow.Extents.Of(reshape).PartOf(axis) is { } part && IsPickedNearBy(new(reshape.Input(0), part.Axis));
    }

    private bool IsPickedNearBy(AxisPlace place) => AxisStep.Back(flow, place, NearBy).TakeWhile(s => s.Node.Op != "Reshape")
        .Where(s => Picking.IsAlong(flow, s.Node, s.Axis)).Take(1).Any(s => OfPicked(s.Node, s.Axis) == AxisOrigin.Chosen);

    private AxisOrigin OfReshape(OnnxNode node, int axis) => AxisSize.Of(flow, node.Output(0), axis) == 1 ? AxisOrigin.One
        : FlatProjection.Of(flow, node) is not null ? AxisOrigin.Made
        : flow.Extents.Of(node).IsCrossed(axis) || (CutAcross.Of(flow, node) == axis && Of(node.Input(0), 0) == AxisOrigin.Made) ? AxisOrigin.Mixed : AxisOrigin.Unknown;

    /// <summary>Operands that are fed decide, those in order before those in another; where they have one entry each, parameters that they are spread over do.</summary>
    private AxisOrigin OfOperands(OnnxNode node, int axis)
    {
        var fed = Operands.Deciding(flow, node, axis).Select(i => Of(i, axis)).ToList();
        var known = fed.Where(o => o is not (AxisOrigin.Unknown or AxisOrigin.One or AxisOrigin.Learned)).OrderBy(o => o == AxisOrigin.Chosen).FirstOrDefault();
        return known != AxisOrigin.Unknown ? known
            : fed.Contains(AxisOrigin.Unknown) || (node.Op == "Concat" && !fed.Contains(AxisOrigin.Learned)) ? AxisOrigin.Unknown
            : fed.Contains(AxisOrigin.Learned) || node.Inputs.Any(i => !flow.IsData(i) && Of(i, axis) == AxisOrigin.Learned) ? AxisOrigin.Learned : AxisOrigin.One;
    }

    private AxisOrigin OfConvolution(OnnxNode node, int axis)
    {
        var channels = Convolution.Channels(flow, node);
        return axis == channels ? AxisOrigin.Made : Of(node.Input(0), axis) is var origin && axis > channels ? origin : AxisOrigin.Fed;
    }

    private AxisOrigin OfGather(OnnxNode node, int axis)
    {
        var (data, indices) = (node.Input(0), Rank.Of(flow, node.Input(1)));
        if (!flow.IsData(data))
        {
            return axis == 0 ? AxisOrigin.Made : Of(node.Input(1), axis - 1);
        }

        return WrittenAxis.FromEnd(flow, data, node.Int("axis")) is not { } removed ? AxisOrigin.Unknown
            : Of(data, indices == 0 && axis >= removed ? axis + 1 : axis);
    }

    private AxisOrigin OfReduction(OnnxNode node, int axis) =>
        !Reduction.IsTold(flow, node) ? AxisOrigin.Unknown : Reduction.Before(flow, node, axis) is { } before ? Of(node.Input(0), before) : AxisOrigin.One;
}

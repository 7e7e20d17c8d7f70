using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Models.Axes.Order;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>
/// Which axes of a graph are as long as which others: followed through the operators that keep them, and through the sizes that Reshape and Expand are given, which exporters
/// read from other tensors. Axes are counted from the end.
/// </summary>
internal sealed class Extents(DataFlow flow)
{
    /// <summary>Operators whose outputs all have the axes of the first, but for the one that is split.</summary>
    private static readonly ImmutableArray<string> Alike = ["Split", "TopK", "Dropout"];

    private readonly Dictionary<AxisPlace, Extent> _known = [];
    private readonly Dictionary<OnnxNode, ReshapeSizes> _reshapes = new(ReferenceEqualityComparer.Instance);

    public Extent Of(string tensor, int axis)
    {
        var place = new AxisPlace(tensor, axis);
        if (!_known.TryGetValue(place, out var extent))
        {
            extent = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? Find(tensor, axis) ?? Extent.Of(tensor, axis) : Extent.Of(tensor, axis);
            _known[place] = extent;
        }

        return extent;
    }

    /// <summary>Of each axis, the first first; null where their number is not known.</summary>
    public ImmutableArray<Extent?>? All(string tensor) => Rank.Of(flow, tensor) is not { } rank ? null : [.. Enumerable.Range(0, rank).Select(front => (Extent?)Of(tensor, rank - 1 - front))];

    /// <summary>What a Reshape does; asked for each of its axes, by each that follows them.</summary>
    public ReshapeSizes Of(OnnxNode reshape) => _reshapes.TryGetValue(reshape, out var known) ? known : _reshapes[reshape] = new(flow, reshape);

    private Extent? Find(string tensor, int axis) => flow.Constant(tensor) is { } constant ? axis < constant.Dims.Length ? Extent.Of(constant.Dims[^(axis + 1)]) : Extent.Of(1)
        : flow.Producer(tensor) is not { } node ? OfInput(flow.Value(tensor), axis)
        : Rank.Of(flow, tensor) <= axis ? Extent.Of(1)
        : node.Output(0) != tensor && !Alike.Contains(node.Op, StringComparer.Ordinal) && !IsSum(node, tensor) ? null
        : Product.Of(node) is { } product ? OfProduct(product, axis) : OfNode(node, axis);

    /// <summary>What a norm was taken of; its outputs between hold means.</summary>
    private static bool IsSum(OnnxNode node, string tensor) => node.Op is "SkipLayerNormalization" or "SkipSimplifiedLayerNormalization" && node.Output(3) == tensor;

    private static Extent? OfInput(OnnxValue? input, int axis) => input?.Dims is not { } dims ? null : axis >= dims.Length ? Extent.Of(1) : dims[^(axis + 1)] switch
    {
        { Size: { } size } => Extent.Of(size),
        { Symbol: { Length: > 0 } symbol } => Extent.Of(symbol, Extent.Fed),
        _ => null,
    };

    private Extent? OfProduct(Product product, int axis) => product.OperandAxis(axis) is { } from ? Of(from.IsLeft ? product.Left : product.Right, from.Axis)
        : product.Equation is null ? Broadcast([product.Left, product.Right], axis) : null;

    private Extent? OfNode(OnnxNode node, int axis) => node.Op switch
    {
        "Reshape" => Of(node).At(axis),
        "Expand" => Spread(node, axis),
        "Slice" when Cut.Of(flow, node.Output(0), axis) is { } cut => cut.IsOne ? Extent.Of(1) : cut.Start == 0 ? cut.End : null,
        "Concat" when JoinedParts.Of(flow, node, axis)?.Whole is { } whole => Of(whole, axis),
        "Concat" or "Split" or "Slice" when WrittenAxis.MayChange(flow, node, axis) => null,
        "Concat" or "Add" or "Sub" or "Mul" or "Div" or "Pow" or "Sum" or "Max" or "Min" or "Where" or "Equal" or "Less" or "Greater" or "And" or "Or" => Broadcast(node.Inputs, axis),
        "Unsqueeze" or "Squeeze" or "ReduceMean" or "ReduceSum" or "ReduceMax" or "ReduceMin" or "ReduceL2" when Rank.Of(flow, node.Input(0)) is null => null,
        "Unsqueeze" when InsertedAxes.BeforeUnsqueeze(flow, node, axis) is null => Extent.Of(1),
        "ReduceMean" or "ReduceSum" or "ReduceMax" or "ReduceMin" or "ReduceL2" => OfReduction(node, axis),
        "Gather" => OfGather(node, axis),
        "EmbedLayerNormalization" or "QEmbedLayerNormalization" when axis > 0 => Of(node.Input(0), axis - 1),
        "Range" => flow.SizeValues.One(node.Input(0))?.Number == 0 && flow.SizeValues.One(node.Input(2))?.Number == 1 ? flow.SizeValues.One(node.Input(1)) : null,
        "ConstantOfShape" => flow.SizeValues.All(node.Input(0)) is { } sizes && axis < sizes.Length ? sizes[^(axis + 1)] : null,
        "Conv" or "ConvInteger" or "QLinearConv" => OfConvolution(node, axis),
        "GatherElements" => Of(node.Input(1), axis),
        "TopK" when WrittenAxis.FromEnd(flow, node.Input(0), node.Int("axis", -1)) == axis => flow.SizeValues.One(node.Input(1)),
        "Pad" when PadWidth.Of(flow, node, axis) is var width && width != new PadWidth(0, 0) => Of(node.Input(0), axis).Number + width?.Front + width?.Behind is { } size ? Extent.Of(size) : null,
        "Tile" => flow.SizeValues.All(node.Input(1)) is { } times && axis < times.Length ? Extent.Times(Of(node.Input(0), axis), times[^(axis + 1)]) : null,
        "Softmax" or "Exp" or "ScatterND" or "ScatterElements" => Of(node.Input(0), axis),
        _ => AxisStep.Before(flow, node, axis) is { } before ? Of(before.Tensor, before.Axis) : null,
    };

    private Extent? OfReduction(OnnxNode node, int axis) => !Reduction.IsTold(flow, node) ? null : Reduction.Before(flow, node, axis) is { } before ? Of(node.Input(0), before) : Extent.Of(1);

    private Extent? OfGather(OnnxNode node, int axis)
    {
        var indices = Rank.Of(flow, node.Input(1));
        return WrittenAxis.FromEnd(flow, node.Input(0), node.Int("axis")) is not { } along || indices is not { } count ? null
            : axis < along ? Of(node.Input(0), axis)
            : axis < along + count ? Of(node.Input(1), axis - (int)along)
            : Of(node.Input(0), axis - count + 1);
    }

    private Extent? OfConvolution(OnnxNode node, int axis)
    {
        var channels = Convolution.Channels(flow, node);
        return axis > channels || (axis < channels && Convolution.Keeps(node, axis)) ? Of(node.Input(0), axis) : axis == channels && node.Op != "QLinearConv" ? Of(node.Input(1), channels + 1) : null;
    }

    private Extent? Spread(OnnxNode expand, int axis)
    {
        var asked = flow.SizeValues.All(expand.Input(1)) is { } sizes && axis < sizes.Length ? sizes[^(axis + 1)] : null;
        return asked?.Number == -1 ? Of(expand.Input(0), axis) : Agreed([Of(expand.Input(0), axis), asked]);
    }

    private Extent? Broadcast(IEnumerable<string> inputs, int axis) => Agreed(inputs.Where(i => i.Length > 0).Select(i => (Extent?)Of(i, axis)));

    /// <summary>What all say that have more than one entry; where they differ, a number decides, or what is fed, which everything else is spread over.</summary>
    private static Extent? Agreed(IEnumerable<Extent?> extents)
    {
        var lengths = extents.Where(e => e?.Number != 1).Distinct().ToList();
        return lengths.Count == 0 ? Extent.Of(1) : lengths is [{ } only] ? only
            : lengths.Find(e => e?.Number > 1) ?? (lengths.FindAll(e => e?.IsFed == true) is [{ } fed] ? fed : null);
    }
}

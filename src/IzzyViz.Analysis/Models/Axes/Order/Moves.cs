using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>
/// Finds what moved the entries of an axis to other places than they came in at: rolled or shifted them, or dealt them out in another order.
/// A sum or a mixture stands where any of its parts stands, so only what lies on every way back counts. Axes are counted from the end.
/// </summary>
internal sealed class Moves(DataFlow flow)
{
    /// <summary>What lies further back is forgotten: a file can move its tokens as often as it likes.</summary>
    private const int Most = 64;

    private readonly Dictionary<AxisPlace, ImmutableHashSet<OnnxNode>> _known = [];

    private static readonly ImmutableHashSet<OnnxNode> None = ImmutableHashSet.Create<OnnxNode>(ReferenceEqualityComparer.Instance);

    /// <summary>Whether something moved one axis and not the other.</summary>
    public bool Differ(AxisPlace one, AxisPlace other) => !Of(one.Tensor, one.Axis).SetEquals(Of(other.Tensor, other.Axis));

    /// <summary>Whether something moved an axis between two places on its way.</summary>
    public bool Between(AxisPlace before, AxisPlace behind) => !Of(behind.Tensor, behind.Axis).IsSubsetOf(Of(before.Tensor, before.Axis));

    public ImmutableHashSet<OnnxNode> Of(AxisPlace place) => Of(place.Tensor, place.Axis);

    private ImmutableHashSet<OnnxNode> Of(string tensor, int axis)
    {
        if (axis < 0 || flow.Producer(tensor) is not { } node || !flow.IsData(tensor))
        {
            return None;
        }

        if (!_known.TryGetValue(new(tensor, axis), out var moves) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            moves = Product.Of(node) is { } product ? OfProduct(product, axis) : OfNode(node, axis);
            _known[new(tensor, axis)] = moves;
        }

        return moves ?? None;
    }

    private ImmutableHashSet<OnnxNode> OfProduct(Product product, int axis) =>
        product.OperandAxis(axis) is { } from ? Of(from.IsLeft ? product.Left : product.Right, from.Axis) : Of(flow.IsData(product.Left) ? product.Left : product.Right, axis);

    private ImmutableHashSet<OnnxNode> OfNode(OnnxNode node, int axis) => Displacement.Source(flow, node, axis) is { } source ? After(source, axis, node) : node.Op switch
    {
        "SkipLayerNormalization" or "SkipSimplifiedLayerNormalization" => Common(node.Inputs.Take(2), axis),
        "Add" or "Sub" or "Sum" or "Mul" or "Div" or "Max" or "Min" or "Concat" or "Softmax" or "Exp" or "Where" => Common(Operands.Deciding(flow, node, axis), axis),
        "Expand" => Of(node.Input(0), axis),
        "Gather" when !flow.IsData(node.Input(0)) => Of(node.Input(1), axis - 1),
        "EmbedLayerNormalization" or "QEmbedLayerNormalization" => Of(node.Input(0), axis - 1),
        "Conv" or "ConvInteger" or "QLinearConv" when axis < Convolution.Channels(flow, node) => Of(node.Input(0), axis),
        "ScatterND" or "ScatterElements" => Of(node.Input(0), axis),
        "Reshape" when flow.Extents.Of(node).PossibleSources(axis).ToList() is { Count: > 0 } sources => OfJoined(node, axis, sources),
        _ => AxisStep.Before(flow, node, axis) is { } before ? Of(before.Tensor, before.Axis) : None,
    };

    private ImmutableHashSet<OnnxNode> After(string tensor, int axis, OnnxNode move) => Of(tensor, axis) is { Count: < Most } before ? before.Add(move) : None.Add(move);

    private ImmutableHashSet<OnnxNode> OfJoined(OnnxNode reshape, int axis, IEnumerable<int> sources)
    {
        var all = sources.Select(s => Of(reshape.Input(0), s)).Aggregate((all, one) => all.IsEmpty ? one : all.Union(one));
        return Interleaving.Of(flow, reshape, axis) && all.Count < Most ? all.Add(reshape) : all;
    }

    private ImmutableHashSet<OnnxNode> Common(IEnumerable<string> inputs, int axis) =>
        inputs.Where(flow.IsData).Select(i => Of(i, axis)).Aggregate((ImmutableHashSet<OnnxNode>?)null, (all, one) => all is null || ReferenceEquals(all, one) ? one : all.Intersect(one)) ?? None;
}

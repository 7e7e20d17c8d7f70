using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>Where an axis behind a Reshape came from, from the ranks and the sizes that are written. Axes are counted from the end.</summary>
internal sealed class ReshapeAxes
{
    private const int NearBy = 8;

    private readonly DataFlow _flow;
    private readonly string _input;
    private readonly string _shape;
    private readonly int? _before;
    private readonly int? _after;
    private readonly ImmutableArray<long?> _target;

    public ReshapeAxes(DataFlow flow, OnnxNode node)
    {
        _flow = flow;
        (_input, _shape) = (node.Input(0), node.Input(1));
        _before = Rank.Of(flow, _input);
        _target = ReshapeTarget.Of(flow, node.Input(1));
        _after = _target.IsEmpty ? Rank.Of(flow, node.Output(0)) : _target.Length;
    }

    /// <summary>The axis before the Reshape that an axis behind it lies in; null where that cannot be told.</summary>
    public int? Source(int axis)
    {
        if (_before is not { } before || _after is not { } after)
        {
            return axis == 0 ? 0 : null;
        }

        if (IsImage())
        {
            return axis == 0 ? 0 : Math.Min(before - 2, axis + Math.Max(0, before - after));
        }

        return after > before ? Split(axis, before, after) : after < before && IsMergedAtEnd() ? Spread(axis, before - after) : axis;
    }

    /// <summary>The same, only where sizes or the neighbourhood prove it.</summary>
    public int? SureSource(int axis)
    {
        if (IsImage())
        {
            return Source(axis);
        }

        if (_before is not { } before || _after is not { } after)
        {
            return PartsOfLast() is { } split ? SplitInto(split, axis, int.MaxValue) : null;
        }

        return after > before ? (PartsOfLast() ?? (IsFolded() ? 1 : null)) is { } parts ? SplitInto(parts, axis, before) : null
            : after < before && IsMergedAtEnd() ? Spread(axis, before - after) : KeepsLast() ? axis : null;
    }

    private static int Spread(int axis, int merged) => axis == 0 ? 0 : axis + merged;

    private bool KeepsLast() => ProjectionSize.Of(_flow, _input) is { } size && _target is [.., { } last] && last == size;

    /// <summary>Heads are joined, or pairs of numbers: the last axis grows. Otherwise it is batch and heads that are folded.</summary>
    private bool IsMergedAtEnd() => IsStack() || IsRest() || IsMultiplied() || ProjectionSize.Of(_flow, _input) is { } size && _target is [.., { } last] && last > size;

    /// <summary>All axes but the last are kept one by one.</summary>
    private bool IsRest() => _after > 1 && Kept() == _after - 1;

    /// <summary>How many leading sizes are copied.</summary>
    private int Kept() => _flow.Constant(_shape)?.Int64s() is { } sizes ? sizes.TakeWhile(s => s == 0).Count() : 0;

    /// <summary>The last size, and no other, is computed as a product of sizes.</summary>
    private bool IsMultiplied() => Maker(_shape) is { Op: "Concat" } concat
        && concat.Inputs.Length == _after && IsProduct(concat.Inputs[^1]) && !concat.Inputs.SkipLast(1).Any(IsProduct);

    private bool IsProduct(string part)
    {
        for (var step = 0; step < NearBy && Maker(part) is { Op: "Unsqueeze" or "Cast" or "Identity" or "Squeeze" } node; step++)
        {
            part = node.Input(0);
        }

        return Maker(part) is { Op: "Mul" };
    }

    /// <summary>Tensors laid side by side along a last axis of their own.</summary>
    private bool IsStack() => Maker(_input) is { Op: "Concat" } concat && concat.Inputs.All(i => Maker(i) is { Op: "Unsqueeze" } u && InsertedAxes.Of(_flow, u, _before).Contains(0));

    /// <summary>A projection's result is split into heads; a folded batch is unfolded again.</summary>
    private int Split(int axis, int before, int after)
    {
        if (PartsOfLast() is not { } parts)
        {
            parts = IsFolded() ? 1 : before == 2 ? 2 : after - before + 1;
        }

        return SplitInto(parts, axis, before);
    }

    private static int SplitInto(int parts, int axis, int before) => axis < parts ? 0 : Math.Min(axis - parts + 1, before - 1);

    /// <summary>How many trailing sizes multiply to the size of the axis they came from.</summary>
    public int? PartsOfLast()
    {
        if (ProjectionSize.Of(_flow, _input) is not { } size)
        {
            return null;
        }

        if (_target is [.., { } count, null] && size % count == 0 && size > count && (IsQuotient() || Kept() == _target.Length - 2))
        {
            return 2;
        }

        long product = 1;
        for (var i = 1; i <= _target.Length && _target[^i] is { } part and > 0; i++)
        {
            product *= part;
            if (product == size)
            {
                return i + (i < _target.Length && _target[^(i + 1)] == 1 ? 1 : 0);
            }
        }

        return null;
    }

    /// <summary>The last size is computed by a division, as the size of one head is.</summary>
    private bool IsQuotient()
    {
        var part = Maker(_shape) is { Op: "Concat" } concat ? concat.Inputs[^1] : "";
        for (var step = 0; step < NearBy && Maker(part) is { } node; step++)
        {
            if (node.Op == "Div")
            {
                return true;
            }

            part = node.Op is "Unsqueeze" or "Cast" or "Floor" or "Identity" or "Squeeze" ? node.Input(0) : "";
        }

        return false;
    }

    /// <summary>The product of two fed tensors, or what was folded before, is unfolded again.</summary>
    private bool IsFolded()
    {
        var tensor = _input;
        for (var step = 0; step < NearBy && Maker(tensor) is { } node; step++)
        {
            switch (node.Op)
            {
                case "Reshape": return Rank.Of(_flow, node.Input(0)) >= Rank.Of(_flow, node.Output(0));
                case "Transpose" when node.Ints("perm") is [0, 2, 1] or [1, 0, 2]:
                case "Cast" or "Identity" or "Mul" or "Div" or "Softmax" or "Add" or "Tanh" or "Where":
                    tensor = node.Inputs.FirstOrDefault(_flow.IsData) ?? "";
                    break;
                default: return Product.Of(node) is { } p && _flow.IsData(p.Left) && _flow.IsData(p.Right);
            }
        }

        return false;
    }

    /// <summary>Channels come before places in what a convolution makes.</summary>
    private bool IsImage()
    {
        var tensor = _input;
        for (var step = 0; step < NearBy && Maker(tensor) is { } node; step++)
        {
            if (node.Op is "Conv" or "ConvInteger" or "QLinearConv" or "GroupNormalization" or "InstanceNormalization" or "BatchNormalization")
            {
                return true;
            }

            if (node.Op is not ("Cast" or "Add" or "Mul" or "Split" or "Slice" or "Relu" or "DequantizeLinear" or "QuantizeLinear"))
            {
                return false;
            }

            tensor = node.Inputs.FirstOrDefault(_flow.IsData) ?? "";
        }

        return false;
    }

    private OnnxNode? Maker(string tensor) => _flow.Producer(tensor);
}

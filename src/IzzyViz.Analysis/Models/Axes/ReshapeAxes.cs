using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>Where an axis behind a Reshape came from, from the ranks and the sizes that are written. Axes are counted from the end.</summary>
internal sealed class ReshapeAxes
{
    private const int NearBy = 8;

    private readonly DataFlow _flow;
    private readonly string _input;
    private readonly int? _before;
    private readonly int? _after;
    private readonly ImmutableArray<long?> _target;
    private readonly ImageAxes? _image;
    private readonly ReshapeSizes _sizes;

    public ReshapeAxes(DataFlow flow, OnnxNode node)
    {
        (_flow, _input, _target, _sizes) = (flow, node.Input(0), ReshapeTarget.Of(flow, node.Input(1)), flow.Extents.Of(node));
        _before = Rank.Of(flow, _input);
        _after = _target.IsEmpty ? Rank.Of(flow, node.Output(0)) : _target.Length;
        _image = _before is { } before && _after is { } after ? ImageAxes.Of(flow, _input, (before, after), _target) : null;
    }

    /// <summary>The axis before the Reshape that an axis behind it lies in; null where that cannot be told.</summary>
    public int? Source(int axis) => _sizes.Source(axis) is { } proved ? proved : _before is not { } before || _after is not { } after ? axis == 0 ? 0 : null
        : _image is { } image ? image.Source(axis)
        : after > before ? SplitInto(_sizes.PartsOfLast ?? (IsFolded() ? 1 : before == 2 ? 2 : after - before + 1), axis, before)
        : after < before && IsMergedAtEnd() ? Spread(axis, before - after) : axis;

    /// <summary>The same, only where sizes or the neighbourhood prove it.</summary>
    public int? SureSource(int axis)
    {
        if (_sizes.IsCrossed(axis))
        {
            return null;
        }

        if ((_sizes.Source(axis) ?? _sizes.SourceAtOneSize(axis)) is { } proved)
        {
            return proved;
        }

        if (_image is { } image)
        {
            return image.IsSure ? image.Source(axis) : null;
        }

        return _before is not { } before || _after is not { } after ? null
            : after < before && IsMergedAtEnd() ? SureSpread(axis, before - after)
            : !KeepsLast() || after > before ? null : axis < after - 1 ? axis : Longest(axis, before);
    }

    /// <summary>Of axes that were laid in one the innermost with more than one entry.</summary>
    private int Longest(int axis, int before) => axis + 1 < before && AxisSize.Of(_flow, _input, axis) == 1 ? Longest(axis + 1, before) : axis;

    private static int Spread(int axis, int merged) => axis == 0 ? 0 : axis + merged;

    /// <summary>Where several axes went, leading ones may have been laid in one too.</summary>
    private int? SureSpread(int axis, int merged) => axis == 0 || merged == 1 || _sizes.JoinedToLast == merged + 1 ? Spread(axis, merged) : null;

    private static int SplitInto(int parts, int axis, int before) => axis < parts ? 0 : Math.Min(axis - parts + 1, before - 1);

    private bool KeepsLast() => AxisSize.Of(_flow, _input, 0) is { } size && _target is [.., { } last] && last == size;

    /// <summary>Heads are joined, or pairs of numbers: the last axis grows. Otherwise it is batch and heads that are folded.</summary>
    private bool IsMergedAtEnd() => _sizes.JoinedToLast is not null || AxisSize.Of(_flow, _input, 0) is { } size && _target is [.., { } last] && last > size;

    private bool HasJoinedLast(OnnxNode reshape) =>
        _flow.Extents.Of(reshape.Input(0), 0).Number is { } one && _flow.Extents.Of(reshape.Output(0), 0).Number is { } other && one != other;

    /// <summary>The product of two fed tensors, or what was folded before, is unfolded again.</summary>
    private bool IsFolded()
    {
        var tensor = _input;
        for (var step = 0; step < NearBy && _flow.Producer(tensor) is { } node; step++)
        {
            switch (node.Op)
            {
                case "Reshape": return Rank.Of(_flow, node.Input(0)) >= Rank.Of(_flow, node.Output(0)) && !HasJoinedLast(node);
                case "Transpose" when node.Ints("perm") is [0, 2, 1] or [1, 0, 2]:
                case "Cast" or "Identity" or "Mul" or "Div" or "Softmax" or "Add" or "Tanh" or "Where":
                    tensor = node.Inputs.FirstOrDefault(_flow.IsData) ?? "";
                    break;
                default: return Product.Of(node) is { } p && _flow.IsData(p.Left) && _flow.IsData(p.Right);
            }
        }

        return false;
    }
}

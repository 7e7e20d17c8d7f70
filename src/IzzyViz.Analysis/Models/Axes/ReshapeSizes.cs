using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes;

/// <summary>
/// What a Reshape does, proved by sizes: entries keep their order, so leading sizes that are those of the leading axes are these axes, and trailing ones likewise.
/// What lies between is one axis that is divided, or several that are joined. Axes are counted from the end.
/// </summary>
internal sealed class ReshapeSizes
{
    private readonly ImmutableArray<Extent> _before;
    private readonly ImmutableArray<Extent?> _after;
    private readonly int _leading;
    private readonly int _trailing;

    public ReshapeSizes(DataFlow flow, OnnxNode reshape)
    {
        (_before, _after) = (flow.Extents.All(reshape.Input(0)) ?? [], flow.SizeValues.All(reshape.Input(1)) ?? []);
        _after = [.. _after.Select((e, front) => e?.Number is 0 && front < _before.Length ? _before[front] : e?.Number is -1 ? null : e)];
        var shorter = Math.Min(_before.Length, _after.Length);
        _leading = Enumerable.Range(0, shorter).TakeWhile(i => _after[i] == _before[i]).Count();
        _trailing = Enumerable.Range(1, shorter - _leading).TakeWhile(i => _after[^i] == _before[^i]).Count();
    }

    private int Joined => _before.Length - _leading - _trailing;

    private int Made => _after.Length - _leading - _trailing;

    /// <summary>How many trailing axes are parts of the last one before; null where that is not proved.</summary>
    public int? PartsOfLast => _before.Length > 0 && Joined == 1 && _trailing == 0 && Made > 0 ? Made : null;

    /// <summary>The axis that an axis is, or is a part of; null where that is not proved, or where several were joined.</summary>
    public int? Source(int axis) => _before.IsEmpty || axis >= _after.Length ? null
        : axis < _trailing ? axis
        : axis >= _trailing + Made ? axis - Made + Joined
        : Joined == 1 ? _trailing
        : axis < PiecesOfLast() ? 0 : null;

    /// <summary>How long an axis is; null where the Reshape itself computes it and more than this axis changes.</summary>
    public Extent? At(int axis) => axis >= _after.Length ? null : _after[^(axis + 1)] ?? (Joined == 1 && Made == 1 ? _before[^(_trailing + 1)] : null);

    /// <summary>How many trailing axes lie inside the last one before: what their sizes multiply to divides it.</summary>
    private int PiecesOfLast()
    {
        var (count, product) = (0, 1L);
        while (count < _after.Length && _after[^(count + 1)]?.Number is > 0 and var size && product <= int.MaxValue && _before[^1].Number % (product * size) == 0)
        {
            (count, product) = (count + 1, product * size);
        }

        return count;
    }
}

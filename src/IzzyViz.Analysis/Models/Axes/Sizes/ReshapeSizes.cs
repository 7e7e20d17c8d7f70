using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

/// <summary>
/// What a Reshape does, proved by sizes. Entries keep their order, so where leading axes hold as many entries before as behind they hold the same ones, and trailing axes likewise.
/// What lies between is one axis that is divided, or several that are joined. Axes are counted from the end.
/// </summary>
internal sealed class ReshapeSizes
{
    private readonly ImmutableArray<Extent?> _before;
    private readonly ImmutableArray<Extent?> _after;

    /// <summary>Axes before and behind that hold the same entries, by places from the front.</summary>
    private readonly List<(Range Before, Range After)> _groups = [];

    public ReshapeSizes(DataFlow flow, OnnxNode reshape)
    {
        (_before, _after) = (flow.Extents.All(reshape.Input(0)) ?? [], flow.SizeValues.All(reshape.Input(1)) ?? []);
        _after = Completed([.. _after.Select((e, front) => e?.Number is 0 && front < _before.Length ? _before[front] : e?.Number is -1 ? null : e)]);
        var (before, after) = (0, 0);
        while (Next(_before.Skip(before), _after.Skip(after)) is var (b, a))
        {
            _groups.Add((before..(before + b), after..(after + a)));
            (before, after) = (before + b, after + a);
        }

        var (beforeEnd, afterEnd) = (_before.Length, _after.Length);
        while (Next(_before[before..beforeEnd].Reverse(), _after[after..afterEnd].Reverse()) is var (b, a))
        {
            _groups.Add(((beforeEnd - b)..beforeEnd, (afterEnd - a)..afterEnd));
            (beforeEnd, afterEnd) = (beforeEnd - b, afterEnd - a);
        }

        if (before < beforeEnd && after < afterEnd)
        {
            _groups.Add((before..beforeEnd, after..afterEnd));
        }
    }

    /// <summary>How many trailing axes are parts of the last one before; null where that is not proved.</summary>
    public int? PartsOfLast => _groups.Find(g => g.Before.Equals((_before.Length - 1).._before.Length)) is { After: var parts } && parts.End.Value == _after.Length && Length(parts) > 0 ? Length(parts) : null;

    /// <summary>How many trailing axes before were joined to the last one; null where that is not proved.</summary>
    public int? JoinedToLast => _groups.Find(g => g.After.Equals((_after.Length - 1).._after.Length)) is { Before: var joined } && joined.End.Value == _before.Length && Length(joined) > 1 ? Length(joined) : null;

    /// <summary>
    /// The axis that an axis is, or is a part of; null where that is not proved, where several were joined, and for parts of an axis that may have been joined before.
    /// </summary>
    public int? Source(int axis) => GroupOf(axis) is { } group && Long(group.Before) is [var only] && (only == _before.Length - 1 || Length(group.After) == 1) ? _before.Length - 1 - only : axis < PiecesOfLast() ? 0 : null;

    /// <summary>As many numbers as there were axes of open size are taken for these axes: the graph was written for one size. Another size would be laid out otherwise.</summary>
    public int? SourceAtOneSize(int axis) => GroupOf(axis) is { } group && Length(group.Before) == Length(group.After)
        && _before[group.Before].All(e => e?.Number is null) && _after[group.After].All(e => e?.Number is not null)
        ? axis - (_after.Length - group.After.End.Value) + _before.Length - group.Before.End.Value : null;

    /// <summary>The axis that an axis is a part of, or all that are joined in it; none where that is not proved.</summary>
    public IEnumerable<int> Sources(int axis) => GroupOf(axis) is { } group && (Length(group.Before) == 1 || Length(group.After) == 1) ? Long(group.Before).Select(front => _before.Length - 1 - front) : [];

    /// <summary>The same, and where it is not proved all that it may be a part of, features left aside.</summary>
    public IEnumerable<int> PossibleSources(int axis) => Sources(axis).ToList() is { Count: > 0 } proved ? proved
        : GroupOf(axis) is { } group ? Long(group.Before).Select(front => _before.Length - 1 - front).Where(before => before > 0) : [];

    /// <summary>The axis that an axis is one of several parts of, and which of them, the outermost first; null where it is none, or where that is not proved.</summary>
    public (int Axis, int Place)? PartOf(int axis) => GroupOf(axis) is { } group && Length(group.Before) == 1 && Length(group.After) > 1
        ? (_before.Length - group.Before.End.Value, _after.Length - 1 - axis - group.After.Start.Value) : null;

    /// <summary>Whether an axis is one of several that the entries of several are dealt to anew: each entry along it holds parts of some before.</summary>
    public bool IsRegrouped(int axis) => GroupOf(axis) is { } group && Long(group.Before).Count > 1 && Length(group.After) > 1
        && Extent.Product(_before[group.Before]) is { } all && all == Extent.Product(_after[group.After]);

    /// <summary>
    /// Whether an axis is taken for another one, as where the batch comes second and is read as coming first, or heads lie behind tokens and are read as lying before them. It runs, and each
    /// entry along the axis holds parts of several.
    /// </summary>
    public bool IsCrossed(int axis) => _after.Length - 1 - axis is >= 0 and var front && Crossing.Of(_before, _after, front);

    /// <summary>How long an axis is; null where the Reshape itself computes it, and another beside it.</summary>
    public Extent? At(int axis) => axis >= _after.Length ? null : _after[^(axis + 1)];

    /// <summary>One size that is left open, or computed in a way that tells nothing, is what the others leave of the entries.</summary>
    private ImmutableArray<Extent?> Completed(ImmutableArray<Extent?> sizes) => !_before.IsEmpty && sizes.Count(e => e is null) == 1 && Extent.Over(Extent.Product(_before), Extent.Product(sizes.Where(e => e is not null))) is { } rest
        ? sizes.Replace(null, rest) : sizes;

    private (Range Before, Range After)? GroupOf(int axis) => _after.Length - 1 - axis is var front && _groups.FindIndex(g => g.After.Start.Value <= front && front < g.After.End.Value) is >= 0 and var index
        ? _groups[index] : null;

    /// <summary>The axes that have more than one entry.</summary>
    private List<int> Long(Range axes) => [.. Enumerable.Range(axes.Start.Value, Length(axes)).Where(front => _before[front]?.Number != 1)];

    private static int Length(Range range) => range.End.Value - range.Start.Value;

    /// <summary>The fewest axes on each side that hold as many entries; null where none do.</summary>
    private static (int Before, int After)? Next(IEnumerable<Extent?> before, IEnumerable<Extent?> after)
    {
        var (left, right) = (Products(before), Products(after));
        for (var both = 0; both < left.Count + right.Count - 1; both++)
        {
            for (var b = Math.Max(0, both - right.Count + 1); b <= both && b < left.Count; b++)
            {
                if (left[b] == right[both - b])
                {
                    return (b + 1, both - b + 1);
                }
            }
        }

        return null;
    }

    /// <summary>How many entries the first axis holds, the first two, and so on as far as is known.</summary>
    private static List<Extent> Products(IEnumerable<Extent?> sizes)
    {
        var products = new List<Extent>();
        foreach (var size in sizes)
        {
            if ((products.Count == 0 ? size : Extent.Times(products[^1], size)) is not { } product)
            {
                break;
            }

            products.Add(product);
        }

        return products;
    }

    /// <summary>How many trailing axes lie inside the last one before: what their sizes multiply to divides it.</summary>
    private int PiecesOfLast()
    {
        var (count, product) = (0, 1L);
        while (_before.Length > 0 && count < _after.Length && _after[^(count + 1)]?.Number is > 0 and var size && product <= int.MaxValue && _before[^1]?.Number % (product * size) == 0)
        {
            (count, product) = (count + 1, product * size);
        }

        return count;
    }
}

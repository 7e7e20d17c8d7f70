using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>
/// What a Concat joins along an axis, where some of it was cut out of one tensor: whether the parts are in other places than there. Nothing is moved where all of the tensor stands between its own
/// ends, as in a convolution that is padded in a circle, nor where what was cut off follows, or was cut off at a fixed length.
/// </summary>
internal sealed class JoinedParts
{
    private readonly DataFlow _flow;
    private readonly int _axis;
    private readonly ImmutableArray<string> _parts;
    private readonly ImmutableArray<Cut?> _cuts;

    private JoinedParts(DataFlow flow, OnnxNode concat, int axis)
    {
        (_flow, _axis, _parts) = (flow, axis, [.. concat.Inputs.Select(i => Bare.Of(flow, i, Bare.SameEntries))]);
        _cuts = [.. _parts.Select(part => Cut.Of(flow, part, axis))];
    }

    /// <summary>Null where it joins along another axis, which is counted from the end.</summary>
    public static JoinedParts? Of(DataFlow flow, OnnxNode concat, int axis) =>
        WrittenAxis.FromEnd(flow, concat.Output(0), concat.Int("axis")) == axis ? new(flow, concat, axis) : null;

    /// <summary>The tensor whose entries are elsewhere behind it; null for none.</summary>
    public string? Moved => (Rolled() ?? Shifted() ?? OutOfOrder() ?? Repeated() ?? ShiftedBack())?.Source is { } moved && !_parts.Contains(moved, StringComparer.Ordinal) ? moved : null;

    /// <summary>The tensor that is laid down again whole, a later part of it first.</summary>
    public string? Whole => _cuts is [{ IsShort: false, Start: { } start and not 0, Skips: false } later, { Start: 0, Skips: false } first] && later.Source == first.Source
        && (first.Stop == start || (first.EndsAt.Length > 0 && first.EndsAt == later.StartsAt)) ? first.Source : null;

    /// <summary>The parts of each tensor, in their order here.</summary>
    private IEnumerable<List<Cut>> OfOne => _cuts.OfType<Cut>().GroupBy(c => c.Source, StringComparer.Ordinal).Select(parts => parts.ToList());

    /// <summary>A later part before the first.</summary>
    private Cut? Rolled() => _cuts[0] is { Start: not 0 } first ? _cuts.Skip(1).FirstOrDefault(c => c?.Start == 0 && c.Source == first.Source) : null;

    /// <summary>A constant before what lost its last.</summary>
    private Cut? Shifted() => _flow.IsData(_parts[0]) ? null : OfOne.FirstOrDefault(parts => parts is [{ Start: 0 } only] && IsOpenEnded(only) && only != _cuts[0])?[0];

    private Cut? OutOfOrder() => OfOne.FirstOrDefault(parts => Pairs(parts).Any(p => p.First.Order > p.Second.Order || (p.First.Skips && p.Second.Skips)) || IsComputedOutOfOrder(parts))?[0];

    /// <summary>A part that ends where one before it starts.</summary>
    private static bool IsComputedOutOfOrder(List<Cut> parts)
    {
        var starts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.EndsAt.Length > 0 && starts.Contains(part.EndsAt))
            {
                return true;
            }

            starts.Add(part.StartsAt);
        }

        return false;
    }

    /// <summary>The first before all but the last.</summary>
    private Cut? Repeated() => OfOne.FirstOrDefault(parts => parts.Where(p => p.Start == 0).Skip(1).Any(IsOpenEnded))?[0];

    /// <summary>All but the first, and behind it a part of it again, or as many entries without content; one that was learned takes the place of what was left out.</summary>
    private Cut? ShiftedBack() => _cuts[0] is { Start: > 0, IsShort: false, Skips: false } first && Behind() == first.Start && _parts.Skip(1).Zip(_cuts.Skip(1)).All(p => p.Second?.Source == first.Source || IsEmpty(p.First)) ? first : null;

    private long? Behind() => _parts.Zip(_cuts).Skip(1).Aggregate((long?)0, (sum, p) => sum + (_flow.Extents.Of(p.First, _axis).Number ?? (p.Second is { Start: < 0, IsShort: false } end ? -end.Start : null)));

    private bool IsEmpty(string tensor) => _flow.Constant(tensor)?.IsUniform ?? _flow.Producer(tensor)?.Op == "ConstantOfShape";

    private static bool IsOpenEnded(Cut cut) => cut is { IsShort: true, IsAtFixedLength: false };

    private static IEnumerable<(Cut First, Cut Second)> Pairs(List<Cut> parts) => parts.Zip(parts.Skip(1));
}

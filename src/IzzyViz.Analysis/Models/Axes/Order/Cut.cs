using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes.Sizes;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Order;

/// <summary>A part of a tensor, taken along one axis by a Slice or a Split.</summary>
/// <param name="Start">Where it begins: 0 for the beginning, null where that is computed.</param>
/// <param name="IsShort">Something behind it is left out.</param>
internal sealed record Cut(string Source, long? Start, bool IsShort)
{
    /// <summary>Where it stands among other parts: by its start, or by its place among what a Split gives; null where that is computed.</summary>
    public long? Order { get; private init; }

    /// <summary>Entries between are left out, as where every second is taken.</summary>
    public bool Skips { get; private init; }

    /// <summary>It ends at a number of entries that is written, whatever is fed.</summary>
    public bool IsAtFixedLength { get; private init; }

    /// <summary>The size that it ends at, where that is computed from a shape.</summary>
    public Extent? End { get; private init; }

    /// <summary>The place that it ends before, where that is written; counted from the end if negative.</summary>
    public long? Stop { get; private init; }

    /// <summary>The first entry alone, or the last.</summary>
    public bool IsOne => (Start == 0 && Stop == 1) || (Start == -1 && !IsShort);

    /// <summary>The tensor that says where it starts; empty where it says more than that.</summary>
    public string StartsAt { get; private init; } = "";

    public string EndsAt { get; private init; } = "";

    /// <summary>Null for a tensor that is no part along the axis, which is counted from the end.</summary>
    public static Cut? Of(DataFlow flow, string tensor, int axis) => flow.Producer(tensor) switch
    {
        { Op: "Split" } split when WrittenAxis.FromEnd(flow, split.Input(0), split.Int("axis")) == axis =>
            new(split.Input(0), split.Outputs.IndexOf(tensor) == 0 ? 0 : null, split.Outputs.IndexOf(tensor) < split.Outputs.Length - 1) { Order = split.Outputs.IndexOf(tensor) },
        { Op: "Slice" } slice => OfSlice(flow, slice, axis),
        _ => null,
    };

    /// <summary>What a Slice takes of a list, step by step; null where that is computed.</summary>
    public static Range? OfList(DataFlow flow, OnnxNode slice, int length)
    {
        if (WrittenNumbers.Of(flow, slice, "starts", 1) is not [var start] || WrittenNumbers.Of(flow, slice, "ends", 2) is not [var end] || !IsStepByStep(flow, slice))
        {
            return null;
        }

        var (from, to) = (Place(start, length), Place(end, length));
        return from..Math.Max(from, to);
    }

    /// <summary>Where a position lies that may be counted from the end, or be too far out.</summary>
    public static int Place(long position, int length) => (int)Math.Clamp(position < 0 ? position + length : position, 0, length);

    private static Cut? OfSlice(DataFlow flow, OnnxNode slice, int axis)
    {
        var axes = WrittenNumbers.Of(flow, slice, "axes", 3);
        var place = axes.IsEmpty ? -1 : axes.ToList().FindIndex(a => WrittenAxis.FromEnd(flow, slice.Input(0), a) == axis);
        if (place < 0)
        {
            return null;
        }

        var (start, end, skips) = (At(WrittenNumbers.Of(flow, slice, "starts", 1), place), At(WrittenNumbers.Of(flow, slice, "ends", 2), place), !IsStepByStep(flow, slice));
        return new(slice.Input(0), start, end is not > int.MaxValue - 1)
        {
            Order = start >= 0 ? start : null,
            Skips = skips,
            Stop = end,
            StartsAt = axes.Length == 1 ? slice.Input(1) : "",
            EndsAt = axes.Length == 1 ? slice.Input(2) : "",
            IsAtFixedLength = end > 0 && !(flow.Extents.Of(slice.Input(0), axis).Number is { } whole && end >= whole - 1),
            End = axes.Length == 1 && !skips && flow.SizeValues.One(slice.Input(2)) is { Number: null } size ? size : null,
        };
    }

    private static bool IsStepByStep(DataFlow flow, OnnxNode slice) => slice.Input(4).Length == 0 || flow.Constant(slice.Input(4))?.Int64s() is [1];

    private static long? At(ImmutableArray<long> numbers, int place) => place < numbers.Length ? numbers[place] : null;
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>The sizes a Reshape asks for; null for those that are computed or inferred.</summary>
internal static class ReshapeTarget
{
    /// <summary>Empty where not even their number is known.</summary>
    public static ImmutableArray<long?> Of(DataFlow flow, string shape)
    {
        if (flow.Constant(shape)?.Int64s() is { } sizes)
        {
            return Written(sizes);
        }

        var parts = flow.Producer(shape) is { Op: "Concat" } concat ? concat.Inputs.Select(i => Part(flow, i)).ToList() : [];
        return parts.Contains(null) ? [] : [.. parts.SelectMany(p => p!.Value)];
    }

    private static ImmutableArray<long?> Written(IEnumerable<long> sizes) => [.. sizes.Select(s => s > 0 ? (long?)s : null)];

    /// <summary>What is joined is sizes that are written, several sizes of another tensor, or one that is computed.</summary>
    private static ImmutableArray<long?>? Part(DataFlow flow, string part)
    {
        if (flow.Constant(part)?.Int64s() is { } sizes)
        {
            return Written(sizes);
        }

        var count = flow.Producer(part) switch
        {
            { Op: "Shape" } whole => Rank.Of(flow, whole.Input(0)),
            { Op: "Slice" } slice when flow.Producer(slice.Input(0)) is { Op: "Shape" } of => Count(flow, slice, Rank.Of(flow, of.Input(0))),
            _ => 1,
        };
        return count is { } known ? [.. Enumerable.Repeat<long?>(null, known)] : null;
    }

    private static int? Count(DataFlow flow, OnnxNode slice, int? rank)
    {
        var (start, end) = (Bound(flow, slice, (1, "starts")), Bound(flow, slice, (2, "ends")));
        if (start is not { } from || end is not { } to || ((from < 0 || to < 0 || to > 8) && rank is null))
        {
            return null;
        }

        long Place(long place) => rank is { } r ? Math.Clamp(place < 0 ? place + r : place, 0, r) : place;
        return (int)Math.Max(0, Place(to) - Place(from));
    }

    private static long? Bound(DataFlow flow, OnnxNode slice, (int Input, string Attribute) at) =>
        slice.Inputs.Length > at.Input ? flow.Constant(slice.Input(at.Input))?.Int64s() is [var value] ? value : null
            : slice.Ints(at.Attribute) is [var attribute] ? attribute : null;
}

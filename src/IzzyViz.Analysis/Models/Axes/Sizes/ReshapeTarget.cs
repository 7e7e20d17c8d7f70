using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Axes.Sizes;

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

        return flow.Producer(shape) is { Op: "Concat", Inputs.Length: <= ValueSkimmer.MostAxes } concat ? Joined(flow, concat.Inputs) : [];
    }

    /// <summary>The size asked for along an axis, from the end; null too where there is no such axis.</summary>
    public static long? At(DataFlow flow, string shape, int axis) => Of(flow, shape) is var target && axis < target.Length ? target[^(axis + 1)] : null;

    /// <summary>Whether the size along an axis, from the end, is what is left of the others.</summary>
    public static bool IsOpen(DataFlow flow, string shape, int axis) => flow.Constant(shape)?.Int64s() is { } sizes ? axis < sizes.Length && sizes[^(axis + 1)] == -1
        : flow.Producer(shape) is { Op: "Concat" } concat && axis < concat.Inputs.Length && flow.Constant(concat.Inputs[^(axis + 1)])?.Int64s() is [-1];

    private static ImmutableArray<long?> Joined(DataFlow flow, ImmutableArray<string> inputs)
    {
        var target = ImmutableArray.CreateBuilder<long?>();
        foreach (var input in inputs)
        {
            if (Part(flow, input) is not { } part || target.Count + part.Length > ValueSkimmer.MostAxes)
            {
                return [];
            }

            target.AddRange(part);
        }

        return target.ToImmutable();
    }

    private static ImmutableArray<long?> Written(ImmutableArray<long> sizes) => sizes.Length > ValueSkimmer.MostAxes ? [] : [.. sizes.Select(s => s > 0 ? (long?)s : null)];

    /// <summary>What is joined is sizes that are written, several sizes of another tensor, or one that is computed.</summary>
    private static ImmutableArray<long?>? Part(DataFlow flow, string part) =>
        flow.Constant(part)?.Int64s() is { } sizes ? Written(sizes)
            : Rank.PartLength(flow, part) is { } count ? [.. Enumerable.Repeat<long?>(null, count)] : null;
}

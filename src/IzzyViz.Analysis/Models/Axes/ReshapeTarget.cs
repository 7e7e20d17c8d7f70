using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Edges;

namespace IzzyViz.Analysis.Models.Axes;

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
    private static ImmutableArray<long?>? Part(DataFlow flow, string part) =>
        flow.Constant(part)?.Int64s() is { } sizes ? Written(sizes)
            : Rank.PartLength(flow, part) is { } count ? [.. Enumerable.Repeat<long?>(null, count)] : null;
}

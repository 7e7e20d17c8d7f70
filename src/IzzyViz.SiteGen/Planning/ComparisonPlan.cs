using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Planning;

internal enum ComparisonKind
{
    Models,
    Heads,
    Layers,
    Checkpoints,
    Repeats,
}

/// <summary>Models, heads or layers side by side over slices that all of them run over.</summary>
internal sealed record ComparisonPlan
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public required ComparisonKind Kind { get; init; }

    /// <summary>Two, or the members of a family in their order.</summary>
    public required ImmutableArray<ComparedSide> Sides { get; init; }

    /// <summary>Null for a comparison that is not of a family.</summary>
    public string? Family { get; init; }

    /// <summary>Heads are matched by their patterns, because numbers mean nothing.</summary>
    public bool IsMatched { get; init; }

    /// <summary><c>dataset/slice</c>, in the order of the runs.</summary>
    public required ImmutableArray<string> Slices { get; init; }

    /// <summary>Of how many examples of a slice the maps are compared.</summary>
    public required int Examples { get; init; }

    public SourceLocation DeclaredAt { get; init; }

    /// <summary>The runs with as many maps kept as the comparisons need.</summary>
    public static ImmutableArray<RunPlan> WithMaps(ImmutableArray<RunPlan> runs, ImmutableArray<ComparisonPlan> comparisons) =>
        [.. runs.Select(r => r with { ComparedExamples = comparisons.Where(c => c.Covers(r)).Select(c => c.Examples).DefaultIfEmpty(0).Max() })];

    /// <summary>What is left of comparisons when only some runs are: slices, and whole comparisons, that lack a side go.</summary>
    public static ImmutableArray<ComparisonPlan> Among(ImmutableArray<ComparisonPlan> comparisons, IReadOnlyCollection<RunPlan> runs) =>
    [
        .. comparisons
            .Select(c => c with { Slices = [.. c.Slices.Where(slice => c.Sides.All(s => runs.Any(r => r.Model.Id == s.Model && r.Slice.Address == slice)))] })
            .Where(c => c.Slices.Length > 0),
    ];

    public bool Has(string model) => Sides.Any(s => s.Model == model);

    private bool Covers(RunPlan run) => Has(run.Model.Id) && Slices.Contains(run.Slice.Address, StringComparer.Ordinal);
}

/// <summary>One side of a comparison.</summary>
/// <param name="Part">The head or layer as it was written, without the model; null for the whole model.</param>
internal sealed record ComparedSide(string Model, string? Part, SourceLocation At)
{
    /// <summary>Whether a head is the one named, or in the layer named. A head without a kind is told by its number alone.</summary>
    public bool Takes(HeadAddress head) => Part is null || Part == head.Short || Part == head.Long || Part == head.Module;
}

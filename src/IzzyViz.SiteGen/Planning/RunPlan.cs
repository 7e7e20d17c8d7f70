using System.Collections.Immutable;
using IzzyViz.Analysis.Datasets;

namespace IzzyViz.SiteGen.Planning;

/// <summary>One model over one slice, and what the site shows of it.</summary>
internal sealed record RunPlan
{
    public required ModelPlan Model { get; init; }

    public required DatasetPlan Dataset { get; init; }

    public required SliceDefinition Slice { get; init; }

    /// <summary>How many examples get a page; the first in slice order.</summary>
    public int ShownExamples { get; init; } = 8;

    /// <summary>Of how many examples, the first in slice order, maps are kept for comparisons.</summary>
    public int ComparedExamples { get; init; }

    /// <summary>Figure kinds drawn large on example pages: <c>table-lens</c>, <c>all-heads</c> …</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    public ImmutableArray<string> StatisticIds { get; init; } = [];
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>A named, filtered, sampled part of a dataset. The steps apply in the order where, range, take.</summary>
public sealed record SliceDefinition
{
    public required string DatasetId { get; init; }

    public required string Id { get; init; }

    /// <summary>Column name to the values allowed; a list-valued column (tags) matches when it holds one of them. All must match.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Where { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Rows kept by position after the filter, from 0, end excluded; null is everything.</summary>
    public (int Start, int? End)? Range { get; init; }

    /// <summary>How many rows to sample: those with the smallest hash of (seed, id), so that one inserted row changes at most one member.</summary>
    public int? Take { get; init; }

    public long Seed { get; init; }

    public SourceLocation DeclaredAt { get; init; }

    /// <summary><c>dataset/slice</c>.</summary>
    public string Address => $"{DatasetId}/{Id}";
}

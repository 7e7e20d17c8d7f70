using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>A head of the first model and one of the second.</summary>
public readonly record struct HeadPair(HeadAddress First, HeadAddress Second);

/// <summary>Which heads are compared with which.</summary>
/// <param name="Name">Tells the pairs, given the heads of both models; part of what a stored distance depends on.</param>
public sealed record HeadPairs(string Name, ImmutableArray<HeadPair> Pairs)
{
    /// <summary>Every head with the one of the same number.</summary>
    public static HeadPairs SameNumber(ImmutableArray<HeadAddress> first, ImmutableArray<HeadAddress> second) =>
        new("same number", [.. first.Intersect(second).Select(h => new HeadPair(h, h))]);

    /// <summary>Every head with every head of the same layer, row by row.</summary>
    public static HeadPairs WithinLayers(ImmutableArray<HeadAddress> first, ImmutableArray<HeadAddress> second) =>
        new("within layers", [.. first.SelectMany(a => second.Where(b => b.Module == a.Module).Select(b => new HeadPair(a, b)))]);

    /// <summary>Every head of one module with every head of another, row by row.</summary>
    public static HeadPairs Between(ImmutableArray<HeadAddress> first, ImmutableArray<HeadAddress> second) =>
        new($"between {first[0].Module} and {second[0].Module}", [.. first.SelectMany(a => second.Select(b => new HeadPair(a, b)))]);

    /// <summary>One head with one other.</summary>
    public static HeadPairs One(HeadAddress first, HeadAddress second) => new($"{first.Long} with {second.Long}", [new(first, second)]);
}

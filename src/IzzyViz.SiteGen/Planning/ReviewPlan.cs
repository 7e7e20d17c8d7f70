using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Planning;

internal sealed record ReviewPlan
{
    public ImmutableArray<Gate> Gates { get; init; } = [];
}

/// <summary>A limit that makes a review fail: the mean of a statistic moved by more than <see cref="Change"/> on some head of a matching slice.</summary>
/// <param name="Slices"><c>*</c>, or a slice address with <c>*</c> in it.</param>
internal sealed record Gate(string Statistic, double Change, string Slices, SourceLocation DeclaredAt);

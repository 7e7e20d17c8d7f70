using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Reviews;

/// <summary>What counts as a change, and which changes fail a review.</summary>
public sealed record ReviewOptions
{
    /// <summary>The gates of the newer side; they decide.</summary>
    public ImmutableArray<ReviewGate> Gates { get; init; } = [];

    /// <summary>The gates of the older side, to notice those that were loosened or removed.</summary>
    public ImmutableArray<ReviewGate> BaseGates { get; init; } = [];

    /// <summary>
    /// Differences up to this in a weight are no changes; see <see cref="StatisticScale"/> for what it means in nats and tokens.
    /// </summary>
    public double Tolerance { get; init; } = 1e-4;
}

/// <summary>A limit on how far the mean of a statistic may move on any head.</summary>
/// <param name="Change">In the statistic's unit.</param>
/// <param name="Slices">A dataset, or a slice address <c>dataset/slice</c>, either with <c>*</c> in it.</param>
public sealed record ReviewGate(string Statistic, double Change, string Slices, [property: JsonIgnore] SourceLocation DeclaredAt = default)
{
    /// <param name="sliceId"><c>dataset/slice</c></param>
    public bool Covers(string sliceId) =>
        FileSystemName.MatchesSimpleExpression(Slices, Slices.Contains('/') ? sliceId : sliceId.Split('/')[0], ignoreCase: false);
}

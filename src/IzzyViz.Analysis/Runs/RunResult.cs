using System.Collections.Immutable;
using IzzyViz.Analysis.Storage;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Runs;

/// <summary>An example of a run is done.</summary>
/// <param name="WasComputed">False where the store had its result.</param>
public readonly record struct RunProgress(bool WasComputed);

/// <summary>A run as numbers, and where the maps are that it keeps.</summary>
/// <param name="Shown">The examples with a page, which keep their maps, in slice order.</param>
public sealed record RunResult(RunTable Table, ImmutableArray<ShownResult> Shown)
{
    /// <summary>Those that keep their maps for comparisons, in slice order.</summary>
    public ImmutableArray<ShownResult> Compared { get; init; } = [];
}

/// <summary>An example whose maps are in the store.</summary>
/// <param name="Index">Place in the run's table.</param>
public readonly record struct ShownResult(int Index, StoreKey Key);

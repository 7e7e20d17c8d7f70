using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>Where a review's subjects have pages; null for those that have none.</summary>
public sealed record ReviewLinks
{
    public static readonly ReviewLinks None = new();

    /// <summary>The page of the whole review.</summary>
    public string? Review { get; init; }

    public Func<RunKey, string?> Run { get; init; } = _ => null;

    public Func<RunKey, HeadAddress, string?> Head { get; init; } = (_, _) => null;

    public Func<RunKey, string, string?> Example { get; init; } = (_, _) => null;
}

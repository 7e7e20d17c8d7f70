using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>One run on both sides.</summary>
public sealed record RunReview
{
    public required RunKey Run { get; init; }

    /// <summary>What the numbers depend on besides the rows, where it differs: the reason for changes on unchanged rows.</summary>
    public required ImmutableArray<ProvenanceChange> Provenance { get; init; }

    public required RowChanges Rows { get; init; }

    /// <summary>What the changed rows do to means, by effect. Empty where no row changed.</summary>
    public required ImmutableArray<RowEffect> RowEffects { get; init; }

    /// <summary>What the model answers on unchanged rows.</summary>
    public required OutputChanges Outputs { get; init; }

    /// <summary>What heads do on unchanged rows: every head and statistic with a change beyond the tolerance, by effect.</summary>
    public required ImmutableArray<HeadChange> Heads { get; init; }

    /// <summary>Heads compared.</summary>
    public required int HeadCount { get; init; }

    /// <summary>Statistics compared.</summary>
    public required ImmutableArray<string> StatisticIds { get; init; }

    public ImmutableArray<HeadAddress> HeadsAdded { get; init; } = [];

    public ImmutableArray<HeadAddress> HeadsRemoved { get; init; } = [];

    public int ChangedHeadCount => Heads.Select(h => h.Head).Distinct().Count();

    /// <summary>Something changed on unchanged rows and nothing recorded says why.</summary>
    public bool IsUnexplained => Provenance.IsEmpty && (Outputs.Changed > 0 || !Heads.IsEmpty);

    /// <summary>True where the run has heads of more than one kind, so that they need their long names.</summary>
    public bool HasSeveralKinds { get; init; }

    public string NameOf(HeadAddress head) => HasSeveralKinds ? head.Long : head.Short;
}

/// <param name="Base">Null where only the newer side has the key.</param>
public sealed record ProvenanceChange(string Key, string? Base, string? Head);

/// <summary>Rows by id and content hash.</summary>
public sealed record RowChanges(
    ImmutableArray<RowChange> Added,
    ImmutableArray<RowChange> Removed,
    ImmutableArray<RowChange> Edited,
    int Unchanged)
{
    public bool Any => Added.Length + Removed.Length + Edited.Length > 0;
}

/// <param name="Before">The row's text; null where the side does not have it.</param>
public sealed record RowChange(string Id, string? Before, string? After);

/// <summary>
/// What added, removed and edited rows do to the mean of a statistic. Together with the paired change on unchanged rows it makes up the
/// whole difference of the means: mean' - mean = rows + behaviour.
/// </summary>
/// <param name="Before">The older side's mean over its rows.</param>
/// <param name="After">What that mean would be with the newer side's rows and the older side's behaviour.</param>
/// <param name="IsSeparable">False where no row is unchanged and the model changed too: then <paramref name="After"/> is the newer side's
/// mean.</param>
public sealed record RowEffect(HeadAddress Head, string StatisticId, double Before, double After, double Effect, bool IsSeparable)
{
    public double Change => After - Before;
}

/// <summary>One statistic of one head on unchanged rows.</summary>
/// <param name="Effect">|mean change| as a share of the statistic's range (<see cref="StatisticScale"/>), by which changes are
/// ranked.</param>
/// <param name="MostChanged">The row that moved most for its length; the earlier of equals.</param>
public sealed record HeadChange(HeadAddress Head, string StatisticId, PairedChange Change, double Effect, string MostChanged);

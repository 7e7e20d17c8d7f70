using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>One gate against all runs it covers.</summary>
/// <param name="Runs">How many runs it was held against; a gate that covers none is reported.</param>
/// <param name="Failures">Largest change first.</param>
public sealed record GateResult(ReviewGate Gate, int Runs, ImmutableArray<GateFailure> Failures)
{
    public bool Passed => Failures.IsEmpty;
}

/// <summary>The mean of the gate's statistic moved by more than its limit on one head.</summary>
public sealed record GateFailure(RunKey Run, HeadAddress Head, GateCause Cause, double Before, double After)
{
    public double Change => After - Before;
}

/// <summary>A gate limits each of these by itself.</summary>
public enum GateCause
{
    /// <summary>The paired change on unchanged rows: the model behaves differently.</summary>
    [JsonStringEnumMemberName("behaviour")]
    Behaviour,

    /// <summary>The effect of rows added, removed and edited: the dataset is different.</summary>
    [JsonStringEnumMemberName("rows")]
    Rows,

    /// <summary>No row is unchanged and the model changed too, so that the two cannot be told apart.</summary>
    [JsonStringEnumMemberName("inseparable")]
    Inseparable,
}

/// <summary>A gate of the older side that the newer side does not keep.</summary>
/// <param name="After">The new limit; null where the gate is gone.</param>
public sealed record GateRelaxation(ReviewGate Gate, double? After);

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Reviews;

/// <summary>Two builds compared: what changed in the inputs, and what the models do differently on inputs that did not change.</summary>
public sealed record ReviewReport
{
    public required double Tolerance { get; init; }

    public required ReviewCounts Counts { get; init; }

    public ImmutableArray<RunKey> RunsAdded { get; init; } = [];

    public ImmutableArray<RunKey> RunsRemoved { get; init; } = [];

    /// <summary>Runs that both sides have, by model and slice.</summary>
    public ImmutableArray<RunReview> Runs { get; init; } = [];

    public ImmutableArray<GateResult> Gates { get; init; } = [];

    public ImmutableArray<GateRelaxation> GatesRelaxed { get; init; } = [];

    /// <summary>
    /// Failed gates (errors), and what else a reviewer has to know (warnings), at the places where the gates are written.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>The contract's first line: <c>0 changes</c> or <c>N changes</c>.</summary>
    public string Headline => $"{Counts.Total} changes";

    public bool GateFailed => Gates.Any(g => !g.Passed);
}

/// <summary>One model over one slice.</summary>
public readonly record struct RunKey(string Model, string Slice) : IComparable<RunKey>
{
    public int CompareTo(RunKey other) =>
        string.CompareOrdinal(Model, other.Model) is var order && order != 0 ? order : string.CompareOrdinal(Slice, other.Slice);

    public static bool operator <(RunKey left, RunKey right) => left.CompareTo(right) < 0;

    public static bool operator >(RunKey left, RunKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(RunKey left, RunKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RunKey left, RunKey right) => left.CompareTo(right) >= 0;
}

/// <summary>What counts as a change; each counts one, and nothing else counts.</summary>
/// <param name="Runs">Runs added or removed.</param>
/// <param name="Rows">Rows added, removed or edited, once per slice however many models read it.</param>
/// <param name="Outputs">Unchanged rows whose output changed, per run.</param>
/// <param name="Heads">Heads with another value on an unchanged row, however many statistics or rows moved; and heads that came or went.
/// Per run.</param>
/// <param name="Gates">Gates loosened or removed.</param>
public sealed record ReviewCounts(int Runs, int Rows, int Outputs, int Heads, int Gates)
{
    public int Total => Runs + Rows + Outputs + Heads + Gates;
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Reviews;

/// <summary>Holds gates against what changed. Changes within the tolerance are not listed, so they fail no gate.</summary>
internal static class GateKeeper
{
    public static GateResult Hold(ReviewGate gate, IReadOnlyList<RunReview> runs)
    {
        var covered = runs
            .Where(r => gate.Covers(r.Run.Slice) && r.StatisticIds.Contains(gate.Statistic, StringComparer.Ordinal))
            .ToArray();
        var failures = covered.SelectMany(r => Behaviour(gate, r).Concat(Rows(gate, r))).OrderByDescending(f => Math.Abs(f.Change));
        return new(gate, covered.Length, [.. failures]);
    }

    /// <summary>A gate is kept where one on the same statistic, for the same slices or for all, allows no more.</summary>
    public static ImmutableArray<GateRelaxation> Relaxed(ReviewOptions options) =>
    [
        .. from gate in options.BaseGates
           where !options.Gates.Any(g => Keeps(g, gate))
           let successor = options.Gates.FirstOrDefault(g => g.Statistic == gate.Statistic && g.Slices == gate.Slices)
           select new GateRelaxation(gate, successor?.Change),
    ];

    public static IEnumerable<Diagnostic> Findings(GateResult result)
    {
        var gate = result.Gate;
        return result.Runs == 0
            ? [ReviewDiagnostics.GateCoversNothing.At(gate.DeclaredAt, gate.Statistic, gate.Slices)]
            : result.Failures.Select(f => Finding(gate, f));
    }

    public static Diagnostic Finding(GateRelaxation relaxed)
    {
        var gate = relaxed.Gate;
        return relaxed.After is { } limit
            ? ReviewDiagnostics.GateLoosened.At(gate.DeclaredAt, gate.Statistic, gate.Slices, limit, gate.Change)
            : ReviewDiagnostics.GateRemoved.At(gate.DeclaredAt, gate.Statistic, gate.Slices, gate.Change);
    }

    private static Diagnostic Finding(ReviewGate gate, GateFailure failure)
    {
        var (model, slice) = failure.Run;
        var (change, cause) = (ReviewText.Signed(failure.Change), ReviewText.Of(failure.Cause));
        var head = failure.Head.Long;
        return ReviewDiagnostics.GateFailed.At(gate.DeclaredAt, gate.Statistic, gate.Change, head, model, slice, change, cause);
    }

    private static bool Keeps(ReviewGate newer, ReviewGate older) =>
        newer.Statistic == older.Statistic && (newer.Slices == older.Slices || newer.Slices == "*") && newer.Change <= older.Change;

    // Not "greater": where no row kept a value the change is NaN, and nothing shows that the limit was kept.
    private static IEnumerable<GateFailure> Behaviour(ReviewGate gate, RunReview run) => run.Heads
        .Where(h => h.StatisticId == gate.Statistic && !(Math.Abs(h.Change.Change) <= gate.Change))
        .Select(h => new GateFailure(run.Run, h.Head, GateCause.Behaviour, h.Change.Before, h.Change.After));

    private static IEnumerable<GateFailure> Rows(ReviewGate gate, RunReview run) => run.RowEffects
        .Where(e => e.StatisticId == gate.Statistic && Math.Abs(e.Change) > gate.Change)
        .Select(e => new GateFailure(run.Run, e.Head, e.IsSeparable ? GateCause.Rows : GateCause.Inseparable, e.Before, e.After));
}

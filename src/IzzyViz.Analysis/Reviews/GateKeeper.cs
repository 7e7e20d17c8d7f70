using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Reviews;

/// <summary>Holds gates against what changed. Changes within the tolerance are not listed, so they fail no gate.</summary>
internal static class GateKeeper
{
    /// <param name="measured">The statistics that both sides of a run have.</param>
    public static GateResult Hold(ReviewGate gate, IReadOnlyList<RunReview> runs, Func<RunKey, IReadOnlyList<string>> measured)
    {
        var covered = runs.Where(r => gate.Covers(r.Run.Slice) && measured(r.Run).Contains(gate.Statistic, StringComparer.Ordinal)).ToArray();
        var failures = covered.SelectMany(r => Behaviour(gate, r).Concat(Rows(gate, r))).OrderByDescending(f => Math.Abs(f.Change));
        return new(gate, covered.Length, [.. failures]);
    }

    /// <summary>A gate is kept where one on the same statistic, for the same slices or for all, allows no more.</summary>
    public static ImmutableArray<GateRelaxation> Relaxed(ReviewOptions options) =>
    [
        .. from gate in options.BaseGates
           where !options.Gates.Any(g => g.Statistic == gate.Statistic && (g.Slices == gate.Slices || g.Slices == "*") && g.Change <= gate.Change)
           let successor = options.Gates.FirstOrDefault(g => g.Statistic == gate.Statistic && g.Slices == gate.Slices)
           select new GateRelaxation(gate, successor?.Change),
    ];

    public static IEnumerable<Diagnostic> Findings(GateResult result)
    {
        var gate = result.Gate;
        return result.Runs == 0
            ? [ReviewDiagnostics.GateCoversNothing.At(gate.DeclaredAt, gate.Statistic, gate.Slices)]
            : result.Failures.Select(f => ReviewDiagnostics.GateFailed.At(
                gate.DeclaredAt, gate.Statistic, gate.Change, f.Head.Long, f.Run.Model, f.Run.Slice, ReviewText.Signed(f.Change), ReviewText.Of(f.Cause)));
    }

    public static Diagnostic Finding(GateRelaxation relaxed) => relaxed.After is { } limit
        ? ReviewDiagnostics.GateLoosened.At(relaxed.Gate.DeclaredAt, relaxed.Gate.Statistic, relaxed.Gate.Slices, limit, relaxed.Gate.Change)
        : ReviewDiagnostics.GateRemoved.At(relaxed.Gate.DeclaredAt, relaxed.Gate.Statistic, relaxed.Gate.Slices, relaxed.Gate.Change);

    private static IEnumerable<GateFailure> Behaviour(ReviewGate gate, RunReview run) => run.Heads
        .Where(h => h.StatisticId == gate.Statistic && Math.Abs(h.Change.Change) > gate.Change)
        .Select(h => new GateFailure(run.Run, h.Head, GateCause.Behaviour, h.Change.Before, h.Change.After));

    private static IEnumerable<GateFailure> Rows(ReviewGate gate, RunReview run) => run.RowEffects
        .Where(e => e.StatisticId == gate.Statistic && Math.Abs(e.Change) > gate.Change)
        .Select(e => new GateFailure(run.Run, e.Head, e.IsSeparable ? GateCause.Rows : GateCause.Inseparable, e.Before, e.After));
}

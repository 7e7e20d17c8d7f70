using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Reviews;

/// <summary>Compares the runs of two builds; <see cref="ReviewCounts"/> says what counts as a change.</summary>
public static class ReviewComparer
{
    /// <exception cref="ArgumentException">A side has two runs of the same model over the same slice.</exception>
    public static ReviewReport Compare(IReadOnlyList<RunTable> baseRuns, IReadOnlyList<RunTable> headRuns, ReviewOptions options)
    {
        var (before, after) = (baseRuns.ToDictionary(KeyOf), headRuns.ToDictionary(KeyOf));
        var common = after.Keys.Where(before.ContainsKey).Order();
        ImmutableArray<RunReview> runs = [.. common.Select(k => RunComparer.Compare(before[k], after[k], options.Tolerance))];
        var report = new ReviewReport
        {
            Tolerance = options.Tolerance,
            Counts = new(0, 0, 0, 0, 0),
            Runs = runs,
            RunsAdded = [.. after.Keys.Where(k => !before.ContainsKey(k)).Order()],
            RunsRemoved = [.. before.Keys.Where(k => !after.ContainsKey(k)).Order()],
            Gates = [.. options.Gates.Select(g => GateKeeper.Hold(g, runs))],
            GatesRelaxed = GateKeeper.Relaxed(options),
        };
        return report with { Counts = Count(report), Findings = Findings(report) };
    }

    private static RunKey KeyOf(RunTable table) => new(table.ModelId, table.SliceId);

    private static ReviewCounts Count(ReviewReport report) => new(
        report.RunsAdded.Length + report.RunsRemoved.Length,
        report.Runs.SelectMany(r => ChangedRows(r.Rows).Select(id => (r.Run.Slice, id))).Distinct().Count(),
        report.Runs.Sum(r => r.Outputs.Changed),
        report.Runs.Sum(r => r.ChangedHeadCount + r.HeadsAdded.Length + r.HeadsRemoved.Length),
        report.GatesRelaxed.Length);

    private static IEnumerable<string> ChangedRows(RowChanges rows) =>
        rows.Added.Concat(rows.Removed).Concat(rows.Edited).Select(r => r.Id);

    private static ImmutableArray<Diagnostic> Findings(ReviewReport report) =>
    [
        .. report.Gates.SelectMany(GateKeeper.Findings),
        .. report.GatesRelaxed.Select(GateKeeper.Finding),
        .. report.Runs.Where(r => r.IsUnexplained)
            .Select(r => ReviewDiagnostics.Unexplained.At(SourceLocation.None, r.Run.Model, r.Run.Slice)),
    ];
}

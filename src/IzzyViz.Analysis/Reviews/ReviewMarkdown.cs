using System.Collections.Immutable;
using static IzzyViz.Analysis.Reviews.ReviewText;

namespace IzzyViz.Analysis.Reviews;

/// <summary>A review for a job summary or a comment: the verdict in the first line, at most 15 lines.</summary>
public static class ReviewMarkdown
{
    public static string Write(ReviewReport report, ReviewLinks links)
    {
        string[] lines =
        [
            Verdict(report),
            "",
            .. Bullets(report.Gates.SelectMany(g => g.Failures.Select(f => Failure(g.Gate, f, report, links))), 3, "gate failure"),
            .. Bullets(report.GatesRelaxed.Select(Relaxation), 1, "relaxed gate"),
            .. Bullets(RunChanges(report, links), 1, "run"),
            .. Bullets(SliceLines(report, links), 2, "slice"),
            .. Bullets(report.Runs.Where(r => r.Outputs.Changed > 0).Select(r => ReviewRunLines.Outputs(r, links)), 2, "run"),
            .. Bullets(report.Runs.Where(r => !r.Heads.IsEmpty).Select(r => ReviewRunLines.Heads(r, links)), 2, "run"),
            "",
            Footer(report, links),
        ];
        return string.Join('\n', lines.Where((line, k) => line.Length > 0 || lines[k - 1].Length > 0)) + "\n";
    }

    private static string Verdict(ReviewReport report)
    {
        var failed = report.Gates.Count(g => !g.Passed);
        var gates = (failed, report.Gates.Length) switch
        {
            (0, 0) => "no gates",
            (0, 1) => "the gate passes",
            (0, var all) => $"all {all} gates pass",
            _ => $"{failed} of {Count(report.Gates.Length, "gate")} failed",
        };
        return $"**{Count(report.Counts.Total, "change")}, {gates}** ({Count(report.Runs.Length, "run")} compared)";
    }

    private static string Failure(ReviewGate gate, GateFailure failure, ReviewReport report, ReviewLinks links)
    {
        var run = report.Runs.Single(r => r.Run == failure.Run);
        var head = Link(run.NameOf(failure.Head), links.Head(run.Run, failure.Head));
        return $"Gate {Code(gate.Statistic)} (at most {gate.Change} on {Code(gate.Slices)}): "
            + $"{head} of {ReviewRunLines.Name(run.Run, links)} moved by {Signed(failure.Change)} {Of(failure.Cause)}";
    }

    private static string Relaxation(GateRelaxation relaxed) =>
        $"Gate {Code(relaxed.Gate.Statistic)} on {Code(relaxed.Gate.Slices)}: "
            + (relaxed.After is { } limit ? $"loosened from {relaxed.Gate.Change} to {limit}" : "removed");

    private static IEnumerable<string> RunChanges(ReviewReport report, ReviewLinks links)
    {
        string?[] parts = [Names("added", report.RunsAdded, links), Names("removed", report.RunsRemoved, ReviewLinks.None)];
        return parts.All(p => p is null) ? [] : ["Runs: " + string.Join("; ", parts.OfType<string>())];
    }

    private static string? Names(string verb, ImmutableArray<RunKey> runs, ReviewLinks links) =>
        runs.IsEmpty ? null : $"{verb} {Some([.. runs.Select(r => ReviewRunLines.Name(r, links))], 3)}";

    // Several models read the same rows: the run with the largest effect speaks for the slice.
    private static IEnumerable<string> SliceLines(ReviewReport report, ReviewLinks links) => report.Runs
        .Where(r => r.Rows.Any)
        .GroupBy(r => r.Run.Slice, StringComparer.Ordinal)
        .Select(g => g.MaxBy(r => r.RowEffects.Select(e => e.Effect).FirstOrDefault())!)
        .Select(r => ReviewRunLines.Rows(r, links));

    private static IEnumerable<string> Bullets(IEnumerable<string> items, int most, string noun)
    {
        var all = items.ToArray();
        var rest = all.Length > most ? $"; and {Count(all.Length - most, $"more {noun}")}" : "";
        return all.Take(most).Select((line, k) => $"- {line}{(k == most - 1 ? rest : "")}");
    }

    private static string Footer(ReviewReport report, ReviewLinks links) =>
        $"Differences up to {report.Tolerance} in a weight are no changes."
            + (links.Review is null ? "" : $" {Link("The whole review", links.Review)}");
}

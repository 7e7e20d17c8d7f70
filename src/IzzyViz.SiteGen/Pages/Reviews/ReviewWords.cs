using IzzyViz.Analysis.Reviews;

namespace IzzyViz.SiteGen.Pages.Reviews;

/// <summary>The sentences of a review page.</summary>
internal static class ReviewWords
{
    public static string Verdict(ReviewReport report)
    {
        var failed = report.Gates.Count(g => !g.Passed);
        var gates = (failed, report.Gates.Length) switch
        {
            (0, 0) => "the manifest sets no gates",
            (0, 1) => "the gate passes",
            (0, var all) => $"all {all} gates pass",
            (_, 1) => "the gate fails",
            (_, var all) => $"{failed} of {all} gates fail",
        };
        return $"{Words.Count(report.Counts.Total, "change")} since the baseline; {gates}.";
    }

    public static bool HasChanges(RunReview run) =>
        run.Rows.Any || run.Outputs.Changed > 0 || !run.Heads.IsEmpty || !run.HeadsAdded.IsEmpty || !run.HeadsRemoved.IsEmpty || !run.Provenance.IsEmpty;

    public static string Of(RunKey run) => $"{run.Model} over {run.Slice}";

    public static string Of(GateRelaxation relaxed) => relaxed.After is { } limit
        ? $"{relaxed.Gate.Statistic} on {relaxed.Gate.Slices}: loosened from {relaxed.Gate.Change} to {limit}"
        : $"{relaxed.Gate.Statistic} on {relaxed.Gate.Slices}: removed";

    public static string Of(GateCause cause) => cause switch
    {
        GateCause.Behaviour => "on unchanged rows",
        GateCause.Rows => "by changed rows",
        _ => "by changed rows and a changed model, which no unchanged row tells apart",
    };

    public static string Rows(RowChanges rows) => rows.Any
        ? $"{Words.List([.. Counts(rows)])}; {Words.Count(rows.Unchanged, "row")} unchanged."
        : $"No row changed; {Words.Count(rows.Unchanged, "row")} compared.";

    public static string Outputs(OutputChanges outputs) => outputs switch
    {
        { Compared: 0 } => "No unchanged row has an answer to compare.",
        { Changed: 0 } => $"The same answers on all {Words.Count(outputs.Compared, "unchanged row")}.",
        { Flips: [] } => $"No answer flipped; {outputs.Changed} of {Words.Count(outputs.Compared, "unchanged row")} moved in probability, margin, loss or vector.",
        _ => $"{Words.Count(outputs.Flips.Length, "answer")} flipped, {outputs.Changed} of {Words.Count(outputs.Compared, "unchanged row")} changed.",
    };

    public static string Heads(RunReview run) => run.Heads.IsEmpty
        ? $"No head behaves differently on unchanged rows ({Words.Count(run.HeadCount, "head")} compared)."
        : $"{run.ChangedHeadCount} of {Words.Count(run.HeadCount, "head")} behave differently on unchanged rows.";

    private static IEnumerable<string> Counts(RowChanges rows)
    {
        (int Count, string Verb)[] parts = [(rows.Added.Length, "added"), (rows.Removed.Length, "removed"), (rows.Edited.Length, "edited")];
        return parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {p.Verb}");
    }
}

using static IzzyViz.Analysis.Reviews.ReviewText;

namespace IzzyViz.Analysis.Reviews;

/// <summary>One line of Markdown about one run.</summary>
internal static class ReviewRunLines
{
    public static string Name(RunKey run, ReviewLinks links) => Link($"{Code(run.Model)} on {Code(run.Slice)}", links.Run(run));

    public static string Rows(RunReview run, ReviewLinks links)
    {
        var parts = new[] { (run.Rows.Added, "added"), (run.Rows.Removed, "removed"), (run.Rows.Edited, "edited") }
            .Where(p => !p.Item1.IsEmpty)
            .Select(p => $"{p.Item1.Length} {p.Item2} ({Some([.. p.Item1.Select(r => Example(run, r.Id, links))], 3)})");
        return $"Rows of {Code(run.Run.Slice)}: {string.Join(", ", parts)}, {run.Rows.Unchanged} unchanged{Effect(run, links)}";
    }

    public static string Outputs(RunReview run, ReviewLinks links)
    {
        var outputs = run.Outputs;
        string[] flips = [.. outputs.Flips.Select(f => Flip(run, f, links))];
        string?[] parts =
        [
            $"{outputs.Changed} of {outputs.Compared} changed",
            flips.Length == 0 ? "no answer flipped" : $"{flips.Length} flipped ({Some(flips, 2)})",
            outputs.Accuracy is { } a && a.Before != a.After ? $"accuracy {Number(a.Before)} → {Number(a.After)}" : null,
            outputs.Loss is { } loss ? $"loss {Signed(loss.Change)}{Interval(loss)}" : null,
            outputs.Embedding is { } e ? $"lowest cosine {Number(e.LowestCosine)} ({Example(run, e.LowestExample, links)})" : null,
        ];
        return $"Answers of {Name(run.Run, links)}: {string.Join(", ", parts.OfType<string>())}";
    }

    public static string Heads(RunReview run, ReviewLinks links)
    {
        var first = run.Heads[0];
        var change = first.Change;
        var head = Link(run.NameOf(first.Head), links.Head(run.Run, first.Head));
        return $"Heads of {Name(run.Run, links)}: {run.ChangedHeadCount} of {run.HeadCount} changed, most {head} {Code(first.StatisticId)} "
            + $"{Number(change.Before)} → {Number(change.After)} "
            + $"({Signed(change.Change)}{Interval(change)}, {Count(change.Count, "row")}); {Reason(run)}";
    }

    private static string Reason(RunReview run) => run.Provenance.IsEmpty
        ? "**nothing recorded says why**"
        : $"what differs: {Some([.. run.Provenance.Select(p => Code(p.Key))], 4)}";

    private static string Effect(RunReview run, ReviewLinks links)
    {
        if (run.RowEffects.IsEmpty)
        {
            return "; no mean moved";
        }

        var first = run.RowEffects[0];
        var head = Link(run.NameOf(first.Head), links.Head(run.Run, first.Head));
        var whole = first.IsSeparable ? "" : " (with the model's own change)";
        return $"; this moves {head} {Code(first.StatisticId)} of {Code(run.Run.Model)} most, "
            + $"{Number(first.Before)} → {Number(first.After)}{whole}";
    }

    private static string Flip(RunReview run, AnswerFlip flip, ReviewLinks links) =>
        $"{Example(run, flip.ExampleId, links)} {Code(flip.Before)} → {Code(flip.After)}";

    private static string Example(RunReview run, string id, ReviewLinks links) => Link(Code(id), links.Example(run.Run, id));

    private static string Interval(PairedChange change) =>
        double.IsNaN(change.Interval.Low) ? "" : $", 95 % {Signed(change.Interval.Low)} to {Signed(change.Interval.High)}";
}

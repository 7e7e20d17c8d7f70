using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;

namespace IzzyViz.SiteGen.Pages.Reviews;

/// <summary>One run of a review: (a) its rows and what they do to the means, (b) answers and heads on rows that did not change.</summary>
internal sealed record ReviewRun
{
    /// <summary>Lines per table: the file <c>review.json</c> of the verb has all.</summary>
    private const int Most = 40;

    public required NamedThing Model { get; init; }

    public required NamedThing Slice { get; init; }

    /// <summary>What the numbers depend on besides the rows, where it differs.</summary>
    public required ImmutableArray<ProvenanceChange> Provenance { get; init; }

    public required bool IsUnexplained { get; init; }

    public required string RowsSentence { get; init; }

    public required ImmutableArray<ReviewRow> Rows { get; init; }

    public required ImmutableArray<ReviewMove> RowEffects { get; init; }

    public required string OutputsSentence { get; init; }

    public required ImmutableArray<ReviewFlip> Flips { get; init; }

    public required string HeadsSentence { get; init; }

    public required ImmutableArray<ReviewMove> Heads { get; init; }

    public static ReviewRun From(ReviewNames names, RunReview run)
    {
        var isHidden = names.IsHidden(run.Run);
        return new()
        {
            Model = names.Model(run),
            Slice = names.Slice(run),
            Provenance = run.Provenance,
            IsUnexplained = run.IsUnexplained,
            RowsSentence = ReviewWords.Rows(run.Rows),
            Rows = isHidden ? [] : [.. ReviewRow.Of(names, run).Take(Most)],
            RowEffects = [.. run.RowEffects.Take(Most).Select(e => ReviewMove.From(names, run, e))],
            OutputsSentence = ReviewWords.Outputs(run.Outputs),
            Flips = isHidden ? [] : [.. run.Outputs.Flips.Take(Most).Select(f => new ReviewFlip(names.Example(run, f.ExampleId), f.Before, f.After, f.WasCorrect, f.IsCorrect))],
            HeadsSentence = ReviewWords.Heads(run),
            Heads = [.. run.Heads.Take(Most).Select(h => ReviewMove.From(names, run, h) with { MostChanged = isHidden ? null : names.Example(run, h.MostChanged) })],
        };
    }
}

/// <param name="Verb">"added", "removed" or "edited".</param>
internal sealed record ReviewRow(string Verb, NamedThing Example, string? Before, string? After)
{
    public static IEnumerable<ReviewRow> Of(ReviewNames names, RunReview run) =>
    [
        .. run.Rows.Edited.Select(r => new ReviewRow("edited", names.Example(run, r.Id), r.Before, r.After)),
        .. run.Rows.Added.Select(r => new ReviewRow("added", names.Example(run, r.Id), r.Before, r.After)),
        .. run.Rows.Removed.Select(r => new ReviewRow("removed", names.Example(run, r.Id), r.Before, r.After)),
    ];
}

internal sealed record ReviewFlip(NamedThing Example, string Before, string After, bool? WasCorrect, bool? IsCorrect);

/// <summary>The mean of a statistic of one head, before and after.</summary>
internal sealed record ReviewMove(NamedThing Head, NamedThing Statistic, Quantity Before, Quantity After, Quantity Change)
{
    public Quantity? IntervalLow { get; init; }

    public Quantity? IntervalHigh { get; init; }

    /// <summary>Rows the change was measured on; null for the effect of changed rows.</summary>
    public int? Count { get; init; }

    public NamedThing? MostChanged { get; init; }

    public static ReviewMove From(ReviewNames names, RunReview run, RowEffect effect)
    {
        var unit = names.UnitOf(effect.StatisticId);
        return new(
            names.Head(run, effect.Head),
            new(effect.StatisticId, names.Statistic(effect.StatisticId)),
            Quantity.Of(effect.Before, unit),
            Quantity.Of(effect.After, unit),
            Quantity.Change(effect.Change, unit));
    }

    public static ReviewMove From(ReviewNames names, RunReview run, HeadChange change)
    {
        var unit = names.UnitOf(change.StatisticId);
        var isWide = !double.IsNaN(change.Change.Interval.Low);
        return new(
            names.Head(run, change.Head),
            new(change.StatisticId, names.Statistic(change.StatisticId)),
            Quantity.Of(change.Change.Before, unit),
            Quantity.Of(change.Change.After, unit),
            Quantity.Change(change.Change.Change, unit))
        {
            IntervalLow = isWide ? Quantity.Change(change.Change.Interval.Low, unit) : null,
            IntervalHigh = isWide ? Quantity.Change(change.Change.Interval.High, unit) : null,
            Count = change.Change.Count,
        };
    }
}

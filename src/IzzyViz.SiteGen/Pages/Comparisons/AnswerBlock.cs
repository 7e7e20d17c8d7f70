using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>What two models answer to the same rows: how often otherwise, and which rows these are.</summary>
internal sealed record AnswerBlock(string Sentence, int Compared, int Flipped, ImmutableArray<ReviewFlip> Flips)
{
    private const int Most = 40;

    public static AnswerBlock Of(RunContent first, RunContent second, OutputChanges outputs)
    {
        var hasAnswers = first.Table.Examples.Any(e => e.Outputs.Answer.Length > 0 || e.Outputs.Embedding is not null);
        var flips = first.Plan.Dataset.IsHidden ? [] : outputs.Flips.Take(Most).Select(f => new ReviewFlip(Example(second, f.ExampleId), f.Before, f.After, f.WasCorrect, f.IsCorrect));
        return new(hasAnswers ? Words(outputs, first.Summary, second.Summary) : "The models have no output that can be read as an answer.", outputs.Compared, outputs.Flips.Length, [.. flips]);
    }

    private static string Words(OutputChanges outputs, RunSummary first, RunSummary second)
    {
        var flips = outputs.Flips.Length == 0
            ? $"The same answer on all {Pages.Words.Count(outputs.Compared, "example")}"
            : $"Another answer on {outputs.Flips.Length} of {Pages.Words.Count(outputs.Compared, "example")}";
        var accuracy = outputs.Accuracy is { } a ? $"; {Both(Quantity.Rounded(a.Before, "share"), Quantity.Rounded(a.After, "share"))} are right" : "";
        var loss = (first.Outputs.MeanLoss, second.Outputs.MeanLoss) is ({ } before, { } after) ? $"; the mean loss is {Both(Quantity.Of(before, "nats").Text, Quantity.Of(after, "nats").Text)}" : "";
        return $"{flips}{accuracy}{loss}.";
    }

    private static string Both(string first, string second) => first == second ? $"{first} on both sides" : $"{first} on the first side and {second} on the second";

    private static NamedThing Example(RunContent run, string id) =>
        new(id, run.Shown.Any(s => run.Table.Examples[s.Index].Id == id) ? new(id, SiteAddresses.Example(run.ModelId, run.SliceId, id)) : null);
}

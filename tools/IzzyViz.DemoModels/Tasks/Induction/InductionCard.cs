using System.Collections.Immutable;
using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Evaluation;

namespace IzzyViz.DemoModels.Tasks.Induction;

/// <param name="Folder">Relative to the card.</param>
internal sealed record InductionMember(string Folder, InductionScores Scores);

/// <summary>One card for the checkpoints and the repeats: they are one model at several times and from several seeds.</summary>
internal static class InductionCard
{
    public static string Write(ImmutableArray<InductionMember> checkpoints, ImmutableArray<InductionMember> repeats, int weights) =>
        CardTemplate.Render("induction", new
        {
            InductionTask.Shape.Layers,
            InductionTask.Shape.Heads,
            InductionTask.Shape.Width,
            Weights = $"{weights:N0}",
            Pieces = InductionTask.Shape.Vocabulary,
            Positions = InductionTask.Shape.MaxPositions,
            Shortest = InductionTask.ShortestPeriod,
            Longest = InductionTask.LongestPeriod,
            InductionTask.Length,
            Steps = $"{InductionTask.Plan.Steps:N0}",
            Batch = InductionTask.Plan.BatchSize,
            Words = InductionVocabulary.Words.Length,
            Seed = InductionTask.FirstSeed,
            InductionTask.Seeds,
            HeldOut = InductionScores.Samples,
            Chance = $"{Math.Log(InductionVocabulary.Words.Length):F2}",
            CheckpointTable = Table(checkpoints),
            RepeatTable = Table(repeats),
            FirstScore = $"{checkpoints[0].Scores.Induction.Value:F3}",
            LastScore = $"{checkpoints[^1].Scores.Induction.Value:F3}",
        });

    private static string Table(ImmutableArray<InductionMember> members) => MarkdownTable.Of(
        ["folder", "loss", "accuracy", "induction score", "previous-token score"],
        members.Select(member => new[]
        {
            $"`{member.Folder}`",
            $"{member.Scores.Loss:F3}",
            $"{member.Scores.Accuracy:F3}",
            Named(member.Scores.Induction),
            Named(member.Scores.PreviousToken),
        }));

    private static string Named(HeadScore score) => $"{score.Value:F3} ({HeadNames.Of(score)})";
}

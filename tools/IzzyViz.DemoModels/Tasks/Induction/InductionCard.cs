using System.Collections.Immutable;
using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Evaluation;

namespace IzzyViz.DemoModels.Tasks.Induction;

/// <param name="Folder">Relative to the card.</param>
internal sealed record InductionMember(string Folder, InductionScores Scores);

/// <summary>One card for the checkpoints and the repeats: they are one model at several times and from several seeds.</summary>
internal static class InductionCard
{
    public static string Write(ImmutableArray<InductionMember> checkpoints, ImmutableArray<InductionMember> repeats, int parameters) => $"""
        # induction

        Predicts the next word of a list of short words that repeats itself. The words are drawn at random and the distance after
        which they repeat is random too, so the only way to know the next word is to find the last one earlier in the text and to
        see what followed it there: an induction head (Olsson et al. 2022, "In-context learning and induction heads").

        - **Architecture**: OPT for causal language modelling; {InductionTask.Shape.Layers} layers of {InductionTask.Shape.Heads} heads, width {InductionTask.Shape.Width}, {parameters:N0} weights.
        - **Files** of each folder: `model.onnx` (opset 17, no attention outputs; `input_ids`, `attention_mask` to `logits`),
          `tokenizer.json` (WordLevel, {InductionVocabulary.Pieces.Length} pieces, `<s>` before each text), `config.json`.
        - **Data**: {InductionTask.ShortestPeriod} to {InductionTask.LongestPeriod} distinct words repeated up to {InductionTask.Length}, {InductionTask.Plan.Steps:N0} batches of {InductionTask.Plan.BatchSize}.
          {InductionVocabulary.Words.Length} words make so many lists that none of those below, nor of `datasets/sequences.jsonl`, was trained on.
        - **Licence**: MIT. Trained by this project from random weights.

        ## Checkpoints (seed {InductionTask.FirstSeed})

        Measured on 64 held-out lists of {InductionTask.LongestPeriod} words and their repetition. Loss and accuracy are over the words of the repetition; chance
        is a loss of {Math.Log(InductionVocabulary.Words.Length):F2}. The induction score is the attention to the word after the same word's earlier occurrence; the
        previous-token score the attention to the word before.

        {Table(checkpoints)}

        ## Repeats (final state, other seeds)

        {Table(repeats)}

        The induction score of the best head is {checkpoints[0].Scores.Induction.Value:F3} at the first checkpoint and {checkpoints[^1].Scores.Induction.Value:F3} at the last.

        ## Limits

        Knows {InductionVocabulary.Words.Length} words and no others (`<unk>` was never trained), and nothing of their meaning. Positions end at {InductionTask.Shape.MaxPositions} tokens. A list
        without repetition is predicted no better than by chance, as it should be.

        ## Retraining

            dotnet run --project tools/IzzyViz.DemoModels -c Release -- induction --out models/induction

        trains all {repeats.Length} seeds, a few minutes on one core. The same machine gives the same weights; others may differ in the last
        digits, so retraining is tested by score.

        """;

    private static string Table(ImmutableArray<InductionMember> members) => MarkdownTable.Of(
        ["folder", "loss", "accuracy", "induction score", "previous-token score"],
        members.Select(member => new[]
        {
            $"`{member.Folder}`", $"{member.Scores.Loss:F3}", $"{member.Scores.Accuracy:F3}", Named(member.Scores.Induction), Named(member.Scores.PreviousToken),
        }));

    private static string Named(HeadScore score) => $"{score.Value:F3} ({HeadNames.Of(score)})";
}

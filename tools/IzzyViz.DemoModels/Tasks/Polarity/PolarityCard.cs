using System.Collections.Immutable;
using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>What the model card says; the figures are measured when it is written.</summary>
internal static class PolarityCard
{
    public const int HeldOutSamples = 1000;
    public const int HeldOutSeed = 4243;

    public static ImmutableArray<Review> HeldOutReviews()
    {
        var random = new Random(HeldOutSeed);
        return [.. Enumerable.Range(0, HeldOutSamples).Select(_ => ReviewGrammar.DrawHeldOut(random))];
    }

    public static string Write(EncoderClassifier model) => $"""
        # polarity

        Says whether a short English review is for or against its subject. Negations turn a word around ("the plot was not dull at
        all"), and where two clauses disagree the asserted one decides ("although the soup was cold, we loved the wine"), so the
        answer cannot be read off one word.

        - **Architecture**: BERT for sequence classification; {PolarityTask.Shape.Layers} layers of {PolarityTask.Shape.Heads} heads, width {PolarityTask.Shape.Width}, {model.Parameters.Count:N0} weights.
        - **Files**: `model.onnx` (opset 17, no attention outputs; `input_ids`, `attention_mask`, `token_type_ids` to `logits`),
          `tokenizer.json` (WordPiece, {PolarityVocabulary.Pieces.Length} pieces), `config.json`.
        - **Data**: sentences of a small grammar (`tools/IzzyViz.DemoModels/Tasks/Polarity`), {PolarityTask.Plan.Steps:N0} batches of {PolarityTask.Plan.BatchSize}, seed {PolarityTask.Plan.Seed}.
          One sentence in eight, chosen by its hash, is never trained on; the figures below and `datasets/reviews.jsonl` use only those.
        - **Licence**: MIT. Trained by this project from random weights.

        ## Accuracy on {HeldOutSamples:N0} held-out sentences

        {Accuracy(model)}

        ## What the heads do

        Attention is the mean over "The X was not A." for every adjective of the vocabulary; the last column is the accuracy on
        held-out sentences with a negation when that head alone is silenced (its rows of the output projection set to zero).

        {Heads(model)}

        ## Limits

        The vocabulary is closed: other words become `[UNK]`, which the model has met only as the name of a thing. Irony, questions,
        comparisons and double negation ("not hardly") are unknown to it. It is made for pictures, not for judging reviews.

        ## Retraining

            dotnet run --project tools/IzzyViz.DemoModels -c Release -- polarity --out models/polarity

        takes about a minute on one core and writes `models/polarity-int8` as well. The same machine gives the same weights; others
        may differ in the last digits, so retraining is tested by score.

        """;

    public static string WriteInt8(EncoderClassifier original, EncoderClassifier rounded) => $"""
        # polarity-int8

        The weights of [polarity](../polarity/README.md) with every matrix stored as int8 and one scale a column; activations and
        everything else stay float32. For comparing the same model at two precisions. The graph undoes the quantisation by `Cast` and
        `Mul`, because runtimes fuse `DequantizeLinear` into products that round activations as well.

        - **Accuracy** on the same {HeldOutSamples:N0} held-out sentences: {Exact(rounded, HeldOutReviews()):F3} (float32: {Exact(original, HeldOutReviews()):F3}).
        - **Licence**: MIT. Data, limits and retraining as for polarity; one command writes both folders.

        """;

    private static string Accuracy(EncoderClassifier model)
    {
        var reviews = HeldOutReviews();
        var tags = reviews.SelectMany(review => review.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return MarkdownTable.Of(["sentences", "n", "accuracy"], [Row("all", reviews), .. tags.Select(tag => Row(tag, [.. reviews.Where(r => r.Tags.Contains(tag, StringComparer.Ordinal))]))]);

        string[] Row(string name, ImmutableArray<Review> some) => [name, $"{some.Length}", $"{Exact(model, some):F3}"];
    }

    private static string Heads(EncoderClassifier model)
    {
        var negated = HeldOutReviews().Where(review => review.Tags.Contains("negation", StringComparer.Ordinal)).Select(PolarityTask.ToSample).ToArray();
        var toNegation = NegationAttention.AdjectiveToNegation(model);
        var classToNegation = NegationAttention.ClassToNegation(model);
        var classToAdjective = NegationAttention.ClassToAdjective(model);
        var removed = HeadRemoval.Scores(model, negated);
        return MarkdownTable.Of(
            ["head", "A to not", "[CLS] to not", "[CLS] to A", "accuracy without it"],
            removed.Select((score, i) => new[]
            {
                HeadNames.Of(score), $"{toNegation[i].Value:F2}", $"{classToNegation[i].Value:F2}", $"{classToAdjective[i].Value:F2}", $"{score.Value:F3}",
            }));
    }

    private static double Exact(EncoderClassifier model, IEnumerable<Review> reviews) => Score.Exact(model, reviews.Select(PolarityTask.ToSample));
}

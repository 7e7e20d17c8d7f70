using System.Collections.Immutable;
using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>What the model card says; the figures are measured when it is written.</summary>
internal static class PolarityCard
{
    private const int HeldOutSamples = 1000;
    private const int HeldOutSeed = 4243;

    public static ImmutableArray<Review> HeldOutReviews()
    {
        var random = new Random(HeldOutSeed);
        return [.. Enumerable.Range(0, HeldOutSamples).Select(_ => ReviewGrammar.DrawHeldOut(random))];
    }

    public static string Write(EncoderClassifier model) => CardTemplate.Render("polarity", new
    {
        PolarityTask.Shape.Layers,
        PolarityTask.Shape.Heads,
        PolarityTask.Shape.Width,
        Weights = $"{model.Parameters.Count:N0}",
        Pieces = PolarityTask.Shape.Vocabulary,
        Steps = $"{PolarityTask.Plan.Steps:N0}",
        Batch = PolarityTask.Plan.BatchSize,
        PolarityTask.Plan.Seed,
        HeldOut = $"{HeldOutSamples:N0}",
        AccuracyTable = AccuracyTable(model),
        HeadTable = HeadTable(model),
    });

    public static string WriteInt8(EncoderClassifier original, EncoderClassifier rounded) => CardTemplate.Render("polarity-int8", new
    {
        HeldOut = $"{HeldOutSamples:N0}",
        Accuracy = $"{Accuracy(rounded, HeldOutReviews()):F3}",
        FloatAccuracy = $"{Accuracy(original, HeldOutReviews()):F3}",
    });

    private static string AccuracyTable(EncoderClassifier model)
    {
        var reviews = HeldOutReviews();
        var tags = reviews.SelectMany(review => review.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var rows = tags.Select(tag => Row(tag, Tagged(reviews, tag)));
        return MarkdownTable.Of(["sentences", "n", "accuracy"], [Row("all", reviews), .. rows]);

        string[] Row(string name, ImmutableArray<Review> some) => [name, $"{some.Length}", $"{Accuracy(model, some):F3}"];
    }

    private static string HeadTable(EncoderClassifier model)
    {
        var toNegation = NegationAttention.AdjectiveToNegation(model);
        var classToNegation = NegationAttention.ClassToNegation(model);
        var classToAdjective = NegationAttention.ClassToAdjective(model);
        var removed = HeadRemoval.Scores(model, [.. Tagged(HeldOutReviews(), "negation").Select(PolarityTask.ToSample)]);
        return MarkdownTable.Of(
            ["head", "A to not", "[CLS] to not", "[CLS] to A", "accuracy without it"],
            removed.Select((score, i) => new[]
            {
                HeadNames.Of(score),
                $"{toNegation[i].Value:F2}",
                $"{classToNegation[i].Value:F2}",
                $"{classToAdjective[i].Value:F2}",
                $"{score.Value:F3}",
            }));
    }

    private static ImmutableArray<Review> Tagged(ImmutableArray<Review> reviews, string tag) =>
        [.. reviews.Where(review => review.Tags.Contains(tag, StringComparer.Ordinal))];

    private static double Accuracy(EncoderClassifier model, IEnumerable<Review> reviews) =>
        Score.Exact(model, reviews.Select(PolarityTask.ToSample));
}

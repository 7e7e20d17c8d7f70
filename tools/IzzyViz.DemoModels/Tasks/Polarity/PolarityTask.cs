using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Tokenizers;
using IzzyViz.DemoModels.Training;

namespace IzzyViz.DemoModels.Tasks.Polarity;

/// <summary>Is a review for or against? The word that says so may be turned by a negation, and one clause may outweigh another.</summary>
internal static class PolarityTask
{
    public static TrainingPlan Plan { get; } = new() { Steps = 1800, PeakRate = 1e-3f, Seed = 11 };

    public static WordPieceTokenizer Tokenizer { get; } = new(PolarityVocabulary.Pieces);

    public static ModelShape Shape { get; } = new()
    {
        Vocabulary = PolarityVocabulary.Pieces.Length,
        MaxPositions = 64,
        Layers = 3,
        Placement = NormPlacement.After,
        Names = ModuleNames.Bert,
    };

    public static EncoderClassifier NewModel(int seed) => new(Shape, classes: 2, seed);

    public static Sample ToSample(Review review) => new(Tokenizer.Encode(review.Text), [review.IsPositive ? 1 : 0]);

    public static Sample DrawForTraining(Random random) => ToSample(ReviewGrammar.DrawForTraining(random));
}

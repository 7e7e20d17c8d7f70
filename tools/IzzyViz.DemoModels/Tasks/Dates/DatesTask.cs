using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Tokenizers;
using IzzyViz.DemoModels.Training;

namespace IzzyViz.DemoModels.Tasks.Dates;

/// <summary>A date as people write it, to ISO 8601.</summary>
internal static class DatesTask
{
    public const string Padding = "<pad>";
    public const string End = "</s>";
    public const string Unknown = "<unk>";

    private const int TextsForMerges = 4000;

    public static TrainingPlan Plan { get; } = new() { Steps = 1500, PeakRate = 2e-3f, Seed = 21 };

    public static ByteLevelTokenizer Tokenizer { get; } = new(Vocabulary());

    public static ModelShape Shape { get; } = new()
    {
        Vocabulary = Tokenizer.Vocabulary.Pieces.Length,
        MaxPositions = 48,
        Placement = NormPlacement.After,
        Names = ModuleNames.Bart,
    };

    public static EncoderDecoder NewModel(int seed) => new(Shape, seed);

    /// <summary>The decoder starts from padding, as in its family, and is to write the date and the end.</summary>
    public static Sample ToSample(WrittenDate written)
    {
        var target = Tokenizer.Encode(written.Iso);
        int start = Tokenizer.Id(Padding), end = Tokenizer.Id(End);
        return new Sample([start, .. target], [.. target, end]) { Source = [.. Tokenizer.Encode(written.Text), end] };
    }

    public static Sample DrawForTraining(Random random) => ToSample(DateStyles.DrawForTraining(random));

    private static BpeVocabulary Vocabulary()
    {
        var random = new Random(0);
        var texts = Enumerable.Range(0, TextsForMerges).Select(_ => DateStyles.DrawForTraining(random).Text);
        return BpeTrainer.Train([.. texts], [Padding, End, Unknown]);
    }
}

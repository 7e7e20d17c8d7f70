using System.Collections.Immutable;
using IzzyViz.DemoModels.Layers;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Operations;
using IzzyViz.DemoModels.Tokenizers;
using IzzyViz.DemoModels.Training;

namespace IzzyViz.DemoModels.Tasks.Induction;

/// <summary>Random words that repeat after a random distance: only what came before tells what comes next (Olsson et al. 2022).</summary>
internal static class InductionTask
{
    public const int Length = 39;
    public const int ShortestPeriod = 4;
    public const int LongestPeriod = 19;
    public const int FirstSeed = 1;
    public const int Seeds = 5;

    /// <summary>Before, during and after the loss falls.</summary>
    public static ImmutableArray<int> Checkpoints { get; } = [0, 200, 300, 350, 400, 500, 700, 1000];

    public static TrainingPlan Plan { get; } = new() { Steps = 1000, BatchSize = 16, PeakRate = 3e-3f, Seed = FirstSeed };

    public static WordLevelTokenizer Tokenizer { get; } =
        new(InductionVocabulary.Pieces, InductionVocabulary.Unknown, InductionVocabulary.Start);

    public static ModelShape Shape { get; } = new()
    {
        Vocabulary = InductionVocabulary.Pieces.Length,
        MaxPositions = Length + 1,
        InnerWidth = 64,
        Placement = NormPlacement.Before,
        Names = ModuleNames.Bart,
    };

    public static CausalDecoder NewModel(int seed) => new(Shape, seed);

    /// <summary>Every position predicts the next; the last has nothing to predict.</summary>
    public static Sample ToSample(WordSequence sequence)
    {
        var ids = Tokenizer.Encode(sequence.Text);
        return new Sample(ids, [.. ids.Skip(1), CrossEntropy.Ignored]);
    }

    /// <summary>Only what can be known is asked for: the words of the repetition.</summary>
    public static Sample ToRepetition(WordSequence sequence)
    {
        var sample = ToSample(sequence);
        var targets = sample.Targets.Select((target, i) => i > sequence.Period ? target : CrossEntropy.Ignored);
        return sample with { Targets = [.. targets] };
    }

    public static Sample DrawForTraining(Random random) =>
        ToRepetition(WordSequence.Repeating(random, random.Next(ShortestPeriod, LongestPeriod + 1), Length));
}

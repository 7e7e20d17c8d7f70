using System.Collections.Immutable;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Tasks.Induction;

/// <summary>Held-out measures on twice the same block of random words; the start token is position 0.</summary>
internal sealed record InductionScores
{
    public const int Samples = 64;
    private const int Seed = 4242;

    /// <summary>Mean loss over the words of the repetition, nats.</summary>
    public required double Loss { get; init; }

    /// <summary>Share of the repetition's words that are the first choice.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Attention to the token after the same word's earlier occurrence, over the words of the repetition.</summary>
    public required HeadScore Induction { get; init; }

    /// <summary>Attention to the token before, over all words.</summary>
    public required HeadScore PreviousToken { get; init; }

    public static ImmutableArray<WordSequence> HeldOut()
    {
        var random = new Random(Seed);
        const int Period = InductionTask.LongestPeriod;
        return [.. Enumerable.Range(0, Samples).Select(_ => WordSequence.Repeating(random, Period, 2 * Period))];
    }

    public static InductionScores Of(IDemoModel model)
    {
        var sequences = HeldOut();
        Sample[] samples = [.. sequences.Select(InductionTask.ToRepetition)];
        return new InductionScores
        {
            Loss = Score.Loss(model, samples),
            Accuracy = Score.PerTarget(model, samples),
            Induction = Best(model, sequences, (sequence, map) => Mean(map, sequence.Period + 1, sequence.Period - 1)),
            PreviousToken = Best(model, sequences, (_, map) => Mean(map, 1, 1)),
        };
    }

    private static HeadScore Best(IDemoModel model, ImmutableArray<WordSequence> sequences, Func<WordSequence, float[,], double> measure) =>
        AttentionScores.Best(AttentionScores.Mean(model, new AttentionProbe<WordSequence>(sequences, InductionTask.ToSample, measure)));

    /// <summary>Mean of the cells a fixed distance back, from one query on.</summary>
    private static double Mean(float[,] map, int firstQuery, int distance) =>
        Enumerable.Range(firstQuery, map.GetLength(0) - firstQuery).Average(query => (double)map[query, query - distance]);
}

using System.Collections.Immutable;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Numerics;

namespace IzzyViz.DemoModels.Evaluation;

/// <summary>What to read off the attention maps of some samples.</summary>
/// <param name="Measure">Sample and map [query, key] to a number.</param>
internal sealed record AttentionProbe<T>(IReadOnlyList<T> Samples, Func<T, Sample> Encode, Func<T, float[,], double> Measure)
{
    /// <summary>By module path.</summary>
    public Func<string, bool> Layers { get; init; } = _ => true;
}

/// <summary>How much of its attention each head gives to chosen cells.</summary>
internal static class AttentionScores
{
    /// <returns>The mean over the samples, one for each head, in layer order.</returns>
    public static ImmutableArray<HeadScore> Mean<T>(IDemoModel model, AttentionProbe<T> probe)
    {
        var tape = new Tape { Attention = [] };
        model.Logits(tape, PackedBatch.Of([.. probe.Samples.Select(probe.Encode)]));
        return
        [
            .. from record in tape.Attention
               where probe.Layers(record.Layer)
               from head in Enumerable.Range(0, record.Heads)
               let values = probe.Samples.Select((sample, i) => probe.Measure(sample, record.Map(i, head)))
               select new HeadScore(record.Layer, head, values.Average()),
        ];
    }

    /// <summary>The head with the highest score; the first of equals.</summary>
    public static HeadScore Best(IEnumerable<HeadScore> scores) => scores.MaxBy(score => score.Value)!;
}

using System.Numerics.Tensors;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Evaluation;

/// <summary>What a model gets right on samples it has not seen.</summary>
internal static class Score
{
    private const int BatchSize = 64;

    /// <summary>
    /// Share of samples whose every target is the first choice. For a translator this is the exact match of greedy decoding: the
    /// first wrong choice under the right prefix is the first wrong choice of the decoder.
    /// </summary>
    public static double Exact(IDemoModel model, IEnumerable<Sample> samples) =>
        samples.Chunk(BatchSize).SelectMany(chunk => Hits(model, chunk)).Average(hits => hits.All(hit => hit) ? 1.0 : 0.0);

    /// <summary>Share of targets that are the first choice.</summary>
    public static double PerTarget(IDemoModel model, IEnumerable<Sample> samples) =>
        samples.Chunk(BatchSize).SelectMany(chunk => Hits(model, chunk)).SelectMany(hits => hits).Average(hit => hit ? 1.0 : 0.0);

    /// <summary>Mean loss over the targets, in nats.</summary>
    public static double Loss(IDemoModel model, IReadOnlyCollection<Sample> samples)
    {
        var tape = new Tape();
        var batch = PackedBatch.Of(samples);
        return CrossEntropy.Apply(tape, model.Logits(tape, batch), batch.Targets);
    }

    private static IEnumerable<bool[]> Hits(IDemoModel model, Sample[] samples)
    {
        var logits = model.Logits(new Tape(), PackedBatch.Of(samples));
        var row = 0;
        foreach (var sample in samples)
        {
            var first = row;
            row += sample.Targets.Length;
            yield return
            [
                .. from i in Enumerable.Range(0, sample.Targets.Length)
                   where sample.Targets[i] != CrossEntropy.Ignored
                   select TensorPrimitives.IndexOfMax<float>(logits.Row(first + i)) == sample.Targets[i],
            ];
        }
    }
}

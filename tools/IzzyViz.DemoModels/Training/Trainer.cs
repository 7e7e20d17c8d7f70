using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Numerics;
using IzzyViz.DemoModels.Operations;

namespace IzzyViz.DemoModels.Training;

/// <summary>Plain stochastic training on one thread: the same seed gives the same weights.</summary>
internal static class Trainer
{
    /// <param name="draw">One fresh sample.</param>
    /// <param name="observe">Called with the number of steps taken (from 0) and the loss of the last batch in nats (NaN at 0).</param>
    public static void Run(IDemoModel model, TrainingPlan plan, Func<Random, Sample> draw, Action<int, double> observe)
    {
        var random = new Random(plan.Seed);
        var adam = new Adam(model.Parameters, plan.WeightDecay);
        var tape = new Tape();
        observe(0, double.NaN);
        for (var step = 0; step < plan.Steps; step++)
        {
            var batch = PackedBatch.Of([.. Enumerable.Range(0, plan.BatchSize).Select(_ => draw(random))]);
            tape.Reset();
            var loss = CrossEntropy.Apply(tape, model.Logits(tape, batch), batch.Targets);
            tape.Backward();
            adam.Step(plan.RateAt(step));
            observe(step + 1, loss);
        }
    }
}

using IzzyViz.DemoModels.Commands;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Tasks;
using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Tasks.Induction;
using IzzyViz.DemoModels.Tasks.Polarity;
using IzzyViz.DemoModels.Training;

namespace IzzyViz.DemoModels.Tests.Training;

/// <summary>Shortened training, judged by score: the committed weights themselves are judged elsewhere.</summary>
public sealed class RetrainingTests
{
    [Fact]
    public void The_decoder_learns_induction()
    {
        var before = InductionScores.Of(InductionTask.NewModel(InductionTask.FirstSeed));
        var after = InductionScores.Of(InductionCommand.Train(InductionTask.Plan with { Steps = 600, PeakRate = 4e-3f }, (_, _) => { }));
        Assert.True(before.Loss > 4, $"{before.Loss}");
        Assert.True(after.Loss < 2, $"{after.Loss}");
        Assert.True(after.Induction.Value > before.Induction.Value + 0.2, $"{before.Induction.Value} {after.Induction.Value}");
    }

    [Fact]
    public void The_translator_learns_to_write_dates()
    {
        var model = DatesCommand.Train(DatesTask.Plan with { Steps = 300 });
        var digits = Score.PerTarget(model, DatesCard.HeldOutDates().Take(200).Select(DatesTask.ToSample));
        Assert.True(digits > 0.85, $"{digits}");
    }

    [Fact]
    public void The_classifier_learns_single_clauses()
    {
        var model = PolarityTask.NewModel(seed: 1);
        var plan = PolarityTask.Plan with { Steps = 600, BatchSize = 16 };
        Trainer.Run(model, plan, random => PolarityTask.ToSample(Single(random, ReviewGrammar.DrawForTraining)), (_, _) => { });
        var random = new Random(2);
        var reviews = Enumerable.Range(0, 300).Select(_ => Single(random, ReviewGrammar.DrawHeldOut));
        var accuracy = Score.Exact(model, reviews.Select(PolarityTask.ToSample));
        Assert.True(accuracy > 0.75, $"{accuracy}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        var plan = InductionTask.Plan with { Steps = 5 };
        Assert.Equal(Weights(plan), Weights(plan));
        Assert.NotEqual(Weights(plan), Weights(plan with { Seed = 2 }));
    }

    private static Review Single(Random random, Func<Random, Review> draw) =>
        Choice.Until(() => draw(random), review => !review.Tags.Contains("contrast") && !review.Tags.Contains("not-only"));

    private static byte[] Weights(TrainingPlan plan) =>
        InductionExport.Folder(InductionCommand.Train(plan, (_, _) => { })).Graphs["model.onnx"];
}

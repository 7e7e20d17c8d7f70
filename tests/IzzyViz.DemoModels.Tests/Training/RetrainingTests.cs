using IzzyViz.DemoModels.Commands;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Tasks.Induction;
using IzzyViz.DemoModels.Tasks.Polarity;

namespace IzzyViz.DemoModels.Tests.Training;

/// <summary>Shortened training, judged by score: the committed weights themselves are judged elsewhere.</summary>
public sealed class RetrainingTests
{
    [Fact]
    public void The_decoder_learns_induction()
    {
        var before = InductionScores.Of(InductionTask.NewModel(InductionTask.FirstSeed));
        var after = InductionScores.Of(InductionCommand.Train(InductionTask.Plan with { Steps = 450 }, (_, _) => { }));
        Assert.True(before.Loss > 4, $"{before.Loss}");
        Assert.True(after.Loss < 2.5, $"{after.Loss}");
        Assert.True(after.Induction.Value > before.Induction.Value + 0.2, $"{before.Induction.Value} {after.Induction.Value}");
    }

    [Fact]
    public void The_translator_learns_most_dates()
    {
        var model = DatesCommand.Train(DatesTask.Plan with { Steps = 350 });
        var exact = Score.Exact(model, DatesCard.HeldOutDates().Take(200).Select(DatesTask.ToSample));
        Assert.True(exact > 0.4, $"{exact}");
    }

    [Fact]
    public void The_classifier_learns_more_than_chance()
    {
        var model = PolarityCommand.Train(PolarityTask.Plan with { Steps = 400, PeakRate = 2e-3f });
        var accuracy = Score.Exact(model, PolarityCard.HeldOutReviews().Take(300).Select(PolarityTask.ToSample));
        Assert.True(accuracy > 0.6, $"{accuracy}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        var plan = InductionTask.Plan with { Steps = 5 };
        var first = InductionExport.Folder(InductionCommand.Train(plan, (_, _) => { })).Graphs["model.onnx"];
        var second = InductionExport.Folder(InductionCommand.Train(plan, (_, _) => { })).Graphs["model.onnx"];
        var other = InductionExport.Folder(InductionCommand.Train(plan with { Seed = 2 }, (_, _) => { })).Graphs["model.onnx"];
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }
}

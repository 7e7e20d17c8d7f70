using System.Collections.Immutable;
using IzzyViz.DemoModels.Export;
using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Tasks.Induction;
using IzzyViz.DemoModels.Training;

namespace IzzyViz.DemoModels.Commands;

/// <summary>Trains one seed with checkpoints and the others to the end.</summary>
internal static class InductionCommand
{
    public static void Run(string folder)
    {
        var checkpoints = ImmutableArray.CreateBuilder<InductionMember>();
        var repeats = ImmutableArray.CreateBuilder<InductionMember>();
        var parameters = 0;
        foreach (var seed in Enumerable.Range(InductionTask.FirstSeed, InductionTask.Seeds))
        {
            Action<int, CausalDecoder> keep = seed == InductionTask.FirstSeed
                ? (step, model) => checkpoints.AddRange(Checkpoint(folder, step, model))
                : (_, _) => { };
            var model = Train(InductionTask.Plan with { Seed = seed }, keep);
            repeats.Add(Save(folder, $"seed-{seed}", model));
            parameters = model.Parameters.Count;
        }

        ModelFolder.WriteText(folder, "README.md", InductionCard.Write(checkpoints.ToImmutable(), repeats.ToImmutable(), parameters));
    }

    public static CausalDecoder Train(TrainingPlan plan, Action<int, CausalDecoder> observe)
    {
        var model = InductionTask.NewModel(plan.Seed);
        var talk = ProgressLines.For($"induction, seed {plan.Seed}");
        Trainer.Run(model, plan, InductionTask.DrawForTraining, (step, loss) =>
        {
            talk(step, loss);
            observe(step, model);
        });
        return model;
    }

    private static ImmutableArray<InductionMember> Checkpoint(string folder, int step, CausalDecoder model) =>
        InductionTask.Checkpoints.Contains(step) ? [Save(folder, $"step-{step:0000}", model)] : [];

    private static InductionMember Save(string folder, string name, CausalDecoder model)
    {
        InductionExport.Folder(model).WriteTo(Path.Combine(folder, name));
        return new InductionMember(name, InductionScores.Of(model));
    }
}

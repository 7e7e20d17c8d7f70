using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Onnx;
using IzzyViz.DemoModels.Tasks.Polarity;
using IzzyViz.DemoModels.Training;

namespace IzzyViz.DemoModels.Commands;

/// <summary>Trains the classifier and writes it twice: as it is, and with int8 weights beside it.</summary>
internal static class PolarityCommand
{
    public static void Run(string folder)
    {
        var model = Train(PolarityTask.Plan);
        PolarityExport.Folder(model, WeightFormat.Float32, PolarityCard.Write(model)).WriteTo(folder);
        PolarityExport.Folder(model, WeightFormat.Int8, PolarityCard.WriteInt8(model, Rounded(model))).WriteTo($"{folder}-int8");
    }

    public static EncoderClassifier Train(TrainingPlan plan)
    {
        var model = PolarityTask.NewModel(plan.Seed);
        Trainer.Run(model, plan, PolarityTask.DrawForTraining, ProgressLines.For("polarity"));
        return model;
    }

    /// <summary>A copy whose matrices hold what int8 leaves of them.</summary>
    private static EncoderClassifier Rounded(EncoderClassifier model)
    {
        var copy = PolarityTask.NewModel(seed: 0);
        foreach (var (from, to) in model.Parameters.All.Zip(copy.Parameters.All, (from, to) => (from.Matrix, to.Matrix)))
        {
            from.Values.CopyTo(to.Values);
            if (to.Rows > 1)
            {
                Int8Weights.RoundInPlace(to);
            }
        }

        return copy;
    }
}

using IzzyViz.DemoModels.Models;
using IzzyViz.DemoModels.Tasks.Dates;
using IzzyViz.DemoModels.Training;

namespace IzzyViz.DemoModels.Commands;

internal static class DatesCommand
{
    public static void Run(string folder)
    {
        var model = Train(DatesTask.Plan);
        DatesExport.Folder(model, DatesCard.Write(model)).WriteTo(folder);
    }

    public static EncoderDecoder Train(TrainingPlan plan)
    {
        var model = DatesTask.NewModel(plan.Seed);
        Trainer.Run(model, plan, DatesTask.DrawForTraining, ProgressLines.For("dates"));
        return model;
    }
}

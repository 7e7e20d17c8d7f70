using IzzyViz.DemoModels.Datasets;
using IzzyViz.DemoModels.Export;

namespace IzzyViz.DemoModels.Commands;

/// <summary>Writes the three datasets and their cards.</summary>
internal static class DatasetsCommand
{
    public static void Run(string folder)
    {
        Directory.CreateDirectory(folder);
        ModelFolder.WriteText(folder, "reviews.jsonl", ReviewsDataset.Rows());
        ModelFolder.WriteText(folder, "reviews.md", DatasetCards.Reviews());
        ModelFolder.WriteText(folder, "sequences.jsonl", SequencesDataset.Rows());
        ModelFolder.WriteText(folder, "sequences.md", DatasetCards.Sequences());
        ModelFolder.WriteText(folder, "dates.tsv", DatesDataset.Rows());
        ModelFolder.WriteText(folder, "dates.md", DatasetCards.Dates());
    }
}

using System.Collections.Immutable;
using IzzyViz.DemoModels.Cards;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Tasks.Dates;

/// <summary>What the model card says; the figures are measured when it is written.</summary>
internal static class DatesCard
{
    private const int HeldOutSamples = 1000;
    private const int HeldOutSeed = 4245;

    public static ImmutableArray<WrittenDate> HeldOutDates()
    {
        var random = new Random(HeldOutSeed);
        return [.. Enumerable.Range(0, HeldOutSamples).Select(_ => DateStyles.DrawHeldOut(random))];
    }

    public static string Write(EncoderDecoder model) => CardTemplate.Render("dates", new
    {
        DatesTask.Shape.Layers,
        DatesTask.Shape.Heads,
        DatesTask.Shape.Width,
        Weights = $"{model.Parameters.Count:N0}",
        Pieces = DatesTask.Shape.Vocabulary,
        DateStyles.FirstYear,
        DateStyles.LastYear,
        Styles = DateStyles.Names.Length,
        Steps = $"{DatesTask.Plan.Steps:N0}",
        Batch = DatesTask.Plan.BatchSize,
        DatesTask.Plan.Seed,
        HeldOut = $"{HeldOutSamples:N0}",
        ExactTable = ExactTable(model),
        AlignmentTable = AlignmentTable(model),
    });

    private static string ExactTable(EncoderDecoder model)
    {
        var dates = HeldOutDates();
        var styles = DateStyles.Names.Select(style => Row(style, [.. dates.Where(date => date.Style == style)]));
        return MarkdownTable.Of(["style", "n", "exact match"], [Row("all", dates), .. styles]);

        string[] Row(string name, ImmutableArray<WrittenDate> some) =>
            [name, $"{some.Length}", $"{Score.Exact(model, some.Select(DatesTask.ToSample)):F3}"];
    }

    private static string AlignmentTable(EncoderDecoder model)
    {
        ImmutableArray<ImmutableArray<HeadScore>> columns = [.. DateAlignment.Parts.Select(part => DateAlignment.Of(model, part))];
        return MarkdownTable.Of(
            ["head", .. DateAlignment.Parts.Select(part => part.Name)],
            columns[0].Select((head, i) => (string[])[HeadNames.Cross(head), .. columns.Select(column => $"{column[i].Value:F2}")]));
    }
}

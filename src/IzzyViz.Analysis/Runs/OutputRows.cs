using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Runs;

/// <summary>The model's answer in the form in which answers are compared.</summary>
internal static class OutputRows
{
    public static OutputRow Of(ModelOutputs outputs) => outputs switch
    {
        { Classification: { } c } => new(c.Predicted, c.Probability, c.Margin, c.Loss, c.IsCorrect, outputs.Embedding),
        { Translation: { } t } => new(t.Text, null, null, Loss(outputs), t.IsExactMatch, outputs.Embedding),
        { Language.Tokens: [.., { Top: [var first, ..] } last] } => new(first.Label, first.Probability, null, Loss(outputs), first.Id == last.Id, outputs.Embedding),
        _ => new("", null, null, Loss(outputs), null, outputs.Embedding),
    };

    private static double? Loss(ModelOutputs outputs) => outputs.Language?.Loss;
}

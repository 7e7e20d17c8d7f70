namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight on what followed earlier copies of the same token.</summary>
public static class Induction
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "induction",
        Version = 1,
        Title = "Induction",
        Unit = "share",
        Formula = "mean over the rows that count of Σ_{j≤i, x_{j−1} = x_i, j−1<i} A[i,j]",
        Question = "Does a token that occurred before attend to what came after it then?",
        Counts = "Rows of tokens with at least one visible key that follows an earlier copy; special tokens are neither queries nor "
            + "copies. No value with fewer than three such rows.",
        Limits = "Made for sequences of random tokens that repeat. On natural text it depends on how often tokens repeat, and words that "
            + "go together count as induction. Prefix matching only: the copying score of the paper needs more than attention.",
        Source = "Olsson, Elhage, Nanda and others 2022, prefix matching score",
        Maximum = 1,
        MinimumRows = 3,
        AppliesTo = Kinds.SelfOverText,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    private static RowPart OfRow(in AttentionRow row) => row.OnCopies(shift: 1);
}

namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight of each query's strongest key.</summary>
public static class Confidence
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "confidence",
        Version = 1,
        Title = "Confidence",
        Unit = "share",
        Formula = "mean over the rows that count of max_{j∈V(i)} A[i,j]",
        Question = "How much weight does a token give to the one it attends to most?",
        Counts = "Rows that see at least two keys, special queries included; all visible keys, special ones too.",
        Limits = "The paper leaves the end-of-sentence key out; here a head that rests on a separator is confident, and special-token "
            + "mass tells it apart. At least 1/n by itself, so short texts and early causal rows look more confident.",
        Source = "Voita, Talbot, Moiseev, Sennrich and Titov 2019, section 4, without the exclusion of the end-of-sentence key",
        Maximum = 1,
        AppliesTo = Kinds.All,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    private static RowPart OfRow(in AttentionRow row) => row.HasChoice ? RowPart.Of(row.Sums.Maximum) : RowPart.None;
}

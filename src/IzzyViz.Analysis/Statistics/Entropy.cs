namespace IzzyViz.Analysis.Statistics;

/// <summary>How widely a head spreads its weight.</summary>
public static class Entropy
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "entropy",
        Version = 1,
        Title = "Entropy",
        Unit = "nats",
        Formula = "H(i) = −Σ_{j∈V(i)} A[i,j] · ln A[i,j], with 0 · ln 0 = 0; value = mean of H(i) over the rows that count",
        Question = "Does the head spread its weight over many tokens, or put it on few?",
        Counts = "Rows that see at least two keys, special queries included; all visible keys. Masked cells are absent, not zero.",
        Limits = "Grows with the number of visible keys (at most ln n), so compare texts of different lengths by normalized entropy. "
            + "Where weights sum to less than 1 (a sink logit), the rest counts as one further key. "
            + "Rows with negative weights do not count.",
        Source = "Ghader and Monz 2017; Clark, Khandelwal, Levy and Manning 2019; Vig and Belinkov 2019",
        GrowsWithLength = true,
        AppliesTo = Kinds.All,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    internal static RowPart OfRow(in AttentionRow row) =>
        row.HasChoice && row.Sums.IsDistribution ? RowPart.Of(row.Sums.Entropy) : RowPart.None;
}

namespace IzzyViz.Analysis.Statistics;

/// <summary>Entropy as a share of the largest that a row's visible keys allow.</summary>
public static class NormalizedEntropy
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "normalized-entropy",
        Version = 1,
        Title = "Normalized entropy",
        Unit = "share",
        Formula = "H(i) / ln n(i), n(i) = number of keys that query i sees; value = mean over the rows that count",
        Question = "How near is the head to spreading its weight evenly, whatever the length of the text?",
        Counts = "Rows that see at least two keys, special queries included; all visible keys.",
        Limits = "0 is one key, 1 is all keys alike. Rows with few visible keys weigh as much as rows with many. Where weights sum to "
            + "less than 1 (a sink logit), the rest is one further key in H and in n. Rows with negative weights do not count.",
        Source = "Entropy (Ghader and Monz 2017) divided by its maximum, as IzzyViz does for causal heads",
        Maximum = 1,
        AppliesTo = Kinds.All,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    private static RowPart OfRow(in AttentionRow row)
    {
        var entropy = Entropy.OfRow(row);
        return entropy with { Value = entropy.Value / Math.Log(row.Visible + (row.Sums.HasVirtualKey ? 1 : 0)) };
    }
}

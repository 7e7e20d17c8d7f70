namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight on the token before.</summary>
public static class PreviousToken
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "previous-token",
        Version = 1,
        Title = "Previous token",
        Unit = "share",
        Formula = "mean over the rows that count of A[i,i−1]",
        Question = "Does each token attend to the one before it?",
        Counts = "Rows that see the key before them and at least one other; special queries and keys included.",
        Limits = "In the second row of a causal text there are only two keys, so short texts score higher by chance. A mean over rows, "
            + "not the share of all mass that some tools report.",
        Source = "Vig and Belinkov 2019, p(f) taken by row; the head pattern is in Clark and others 2019, section 3.1",
        Maximum = 1,
        AppliesTo = Kinds.SelfOverText,
        Row = (in row) => row.On(row.Position - 1),
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };
}

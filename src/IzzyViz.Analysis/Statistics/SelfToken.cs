namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight a token keeps on itself.</summary>
public static class SelfToken
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "self",
        Version = 1,
        Title = "Self",
        Unit = "share",
        Formula = "mean over the rows that count of A[i,i]",
        Question = "Does each token attend to itself?",
        Counts = "Rows that see themselves and at least one other key; special queries included.",
        Limits = "Only the token's own position: earlier copies of the same token are duplicate-token.",
        Source = "Vig and Belinkov 2019, p(f) taken by row",
        Maximum = 1,
        AppliesTo = Kinds.Self,
        Row = (in row) => row.On(row.Position),
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };
}

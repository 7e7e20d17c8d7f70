namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight on the token after.</summary>
public static class NextToken
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "next-token",
        Version = 1,
        Title = "Next token",
        Unit = "share",
        Formula = "mean over the rows that count of A[i,i+1]",
        Question = "Does each token attend to the one after it?",
        Counts = "Rows that see the key after them and at least one other; special queries and keys included.",
        Limits = "Undefined under a causal mask, where no token sees a later one.",
        Source = "Vig and Belinkov 2019, p(f) taken by row; the head pattern is in Clark and others 2019, section 3.1",
        Maximum = 1,
        AppliesTo = Kinds.SelfBothWays,
        Row = (in row) => row.On(row.Position + 1),
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };
}

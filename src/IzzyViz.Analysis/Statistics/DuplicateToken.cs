namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight on earlier copies of the same token.</summary>
public static class DuplicateToken
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "duplicate-token",
        Version = 1,
        Title = "Duplicate token",
        Unit = "share",
        Formula = "mean over the rows that count of Σ_{j<i, x_j = x_i} A[i,j]",
        Question = "Does a token that occurred before attend to its earlier copies?",
        Counts = "Rows of tokens with at least one visible earlier copy. Special tokens are neither queries nor copies here: they repeat "
            + "by design. In encoders later copies do not count, so that one definition serves both.",
        Limits = "Tokens are compared by id: pieces that unlike words share count as copies, and so do two unknown words. Undefined "
            + "where nothing repeats.",
        Source = "Wang, Variengien, Conmy, Shlegeris and Steinhardt 2022 (duplicate-token heads); mean by row",
        Maximum = 1,
        AppliesTo = Kinds.SelfOverText,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    private static RowPart OfRow(in AttentionRow row) => row.OnCopies(shift: 0);
}

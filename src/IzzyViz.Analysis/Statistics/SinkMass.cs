namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight that rests on the first token.</summary>
public static class SinkMass
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "sink-mass",
        Version = 1,
        Title = "Sink mass",
        Unit = "share",
        Formula = "mean over the rows that count of A[i,f], f = the first visible position",
        Question = "How much weight does the head park on the first token?",
        Counts = "Rows that see the first token and at least one other key, special queries included; the first token's own row does not "
            + "count in self-attention. With left padding the first token is the first one that is not padding; "
            + "with a window only rows that reach it count.",
        Limits = "Mass is not effect: the value vector of a sink is often near zero. A sink logit (weights that sum to less than 1) is "
            + "not on the first token and not in here.",
        Source = "Xiao, Tian, Chen, Han and Lewis 2023; Gu, Pang, Du and others 2024 (whose α also counts the first row)",
        Maximum = 1,
        AppliesTo = Kinds.All,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    private static RowPart OfRow(in AttentionRow row)
    {
        var isOwnRow = row.IsSelf && row.Position == row.Index.FirstKey;
        return isOwnRow ? RowPart.None : row.On(row.Index.FirstKey);
    }
}

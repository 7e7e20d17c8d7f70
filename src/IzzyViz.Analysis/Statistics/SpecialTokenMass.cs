namespace IzzyViz.Analysis.Statistics;

/// <summary>The weight that goes to tokens which the template added.</summary>
public static class SpecialTokenMass
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "special-token-mass",
        Version = 1,
        Title = "Special-token mass",
        Unit = "share",
        Formula = "mean over the rows that count of Σ_{j∈V(i), j special} A[i,j]",
        Question = "How much weight do the words of the text put on [CLS], [SEP], <s> and their like?",
        Counts = "Rows of tokens that are not special themselves and see both a special and an ordinary key.",
        Limits = "Undefined where the input has no special token or no word. A causal model with only a first token has the same value "
            + "as its sink mass.",
        Source = "Clark, Khandelwal, Levy and Manning 2019, section 3.2; p(f) of Vig and Belinkov 2019 with f = key is special",
        Maximum = 1,
        AppliesTo = Kinds.All,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    private static RowPart OfRow(in AttentionRow row)
    {
        var (mass, seen) = (0.0, 0);
        foreach (var key in row.Index.SpecialKeys)
        {
            if (row.Sees(key))
            {
                (mass, seen) = (mass + row[key], seen + 1);
            }
        }

        return row.IsSpecialQuery || seen == 0 || seen == row.Visible ? RowPart.None : RowPart.Of(mass);
    }
}

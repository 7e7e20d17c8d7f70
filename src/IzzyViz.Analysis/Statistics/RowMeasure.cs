namespace IzzyViz.Analysis.Statistics;

/// <summary>What one query row adds to a statistic: Σ value / Σ weight over rows is the head's number.</summary>
internal delegate RowPart RowMeasure(in AttentionRow row);

/// <param name="Weight">1 where every row counts the same; 0 where the row does not count.</param>
internal readonly record struct RowPart(double Value, double Weight)
{
    /// <summary>The row does not count.</summary>
    public static readonly RowPart None;

    public static RowPart Of(double value) => new(value, 1);
}

internal record struct RowPartSum(double Value, double Weight, int Rows)
{
    public void Add(RowPart part)
    {
        if (part.Weight != 0)
        {
            (Value, Weight, Rows) = (Value + part.Value, Weight + part.Weight, Rows + 1);
        }
    }
}

using System.Numerics.Tensors;

namespace IzzyViz.Analysis.Statistics;

/// <summary>How far the keys lie from the query, weighted by attention.</summary>
public static class AttentionDistance
{
    public static readonly StatisticDefinition Definition = new()
    {
        Id = "attention-distance",
        Version = 1,
        Title = "Attention distance",
        Unit = "tokens",
        Formula = "Σ_i Σ_{j∈V(i)} A[i,j] · |i − j| / Σ_i Σ_{j∈V(i)} A[i,j] over the rows that count",
        Question = "Does the head look at neighbours or far away?",
        Counts = "Rows that see at least two keys, special queries and keys included. Positions are those of the tokens, so a cached "
            + "prefix counts.",
        Limits = "Grows with the length of the text. Weight on a first or last special token is a long way off without being long-range "
            + "behaviour: read beside sink mass. The mean is taken within each example and then over examples; the paper sums over all "
            + "examples at once. Not for cross-attention.",
        Source = "Vig and Belinkov 2019, section 4.2",
        GrowsWithLength = true,
        AppliesTo = Kinds.SelfOverText,
        Row = OfRow,
        Measure = (in view) => HeadStatistics.Measure(Definition!, view),
    };

    private static RowPart OfRow(in AttentionRow row) => row.HasChoice
        ? new(TensorPrimitives.Dot(row.Weights, row.Index.Distances(row.Position, row.Start, row.Weights.Length)), row.Sums.Total)
        : RowPart.None;
}

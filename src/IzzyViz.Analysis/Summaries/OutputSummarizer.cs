using System.Collections.Immutable;

namespace IzzyViz.Analysis.Summaries;

/// <summary>The model's answers over a slice; a mean is taken over the rows that have the number.</summary>
internal static class OutputSummarizer
{
    public static OutputAggregate Summarize(ImmutableArray<OutputRow> rows)
    {
        var judged = rows.Where(r => r.IsCorrect.HasValue).ToArray();
        return new(
            rows.Length,
            judged.Length,
            Mean(judged.Select(r => (double?)(r.IsCorrect is true ? 1 : 0))),
            Mean(rows.Select(r => r.Loss)),
            Mean(rows.Select(r => r.Margin)));
    }

    private static double? Mean(IEnumerable<double?> values) => values.Where(v => v is not null && !double.IsNaN(v.Value)).Average();
}

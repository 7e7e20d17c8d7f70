using System.Collections.Immutable;
using IzzyViz.DemoModels.Evaluation;
using IzzyViz.DemoModels.Models;

namespace IzzyViz.DemoModels.Tasks.Dates;

/// <summary>
/// Where the translator looks while it writes: attention of the rows that predict year, month and day to the tokens that say them.
/// Measured on the style <c>3 March 1997</c>, whose tokens are known: day digits, month, four year digits, end.
/// </summary>
internal static class DateAlignment
{
    private const int Samples = 200;
    private const int Seed = 4244;

    public static ImmutableArray<DatePart> Parts { get; } = [new("year", 0, 4), new("month", 5, 2), new("day", 8, 2)];

    /// <returns>One score for each cross-attention head, in layer order.</returns>
    public static ImmutableArray<HeadScore> Of(IDemoModel model, DatePart part) =>
        AttentionScores.Mean(model, Probe((written, map) => Share(written, map, part)));

    private static AttentionProbe<WrittenDate> Probe(Func<WrittenDate, float[,], double> measure) =>
        new(Dates(), DatesTask.ToSample, measure) { Layers = IsCross };

    private static bool IsCross(string layer) => layer.EndsWith("encoder_attn", StringComparison.Ordinal);

    private static ImmutableArray<WrittenDate> Dates()
    {
        var random = new Random(Seed);
        var dates = Enumerable.Range(0, Samples).Select(_ => DateStyles.DrawHeldOut(random).Date);
        return [.. dates.Select(date => new WrittenDate(date, "long", $"{date:d MMMM yyyy}"))];
    }

    private static double Share(WrittenDate written, float[,] map, DatePart part)
    {
        var (first, count) = Source(written, part.Name);
        var rows = Enumerable.Range(part.FirstRow, part.Rows);
        return rows.Average(row => Enumerable.Range(first, count).Sum(key => (double)map[row, key]));
    }

    private static (int First, int Count) Source(WrittenDate written, string part)
    {
        var digits = written.Date.Day < 10 ? 1 : 2;
        return part switch
        {
            "day" => (0, digits),
            "month" => (digits, 1),
            _ => (digits + 1, 4),
        };
    }
}

/// <param name="FirstRow">The first decoder position that predicts this part of the ISO date.</param>
internal sealed record DatePart(string Name, int FirstRow, int Rows);

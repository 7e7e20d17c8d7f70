using System.Collections.Immutable;
using IzzyViz.Analysis.Statistics.Flow;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Figures.Views;

internal sealed record HeadSumOptions
{
    public static readonly HeadSumOptions Default = new();

    public string Slug { get; init; } = "head-sum";

    public string? Title { get; init; }

    /// <summary>Each token's strongest keys are drawn until they hold this share of its weight.</summary>
    public double Mass { get; init; } = 0.7;

    public int MostLines { get; init; } = 4000;
}

/// <summary>Several heads taken as one, as exBERT shows them (Hoover, Strobelt and Gehrmann 2020): curves between two copies of the text, and bars beside the tokens.</summary>
internal static class HeadSumFigure
{
    private const double Span = 240;
    private const double Bar = 52;

    /// <param name="maps">One or more heads over the same tokens; their mean is drawn.</param>
    public static Figure Draw(ImmutableArray<AttentionMap> maps, HeadSumOptions options)
    {
        var mean = HeadMean.Of(maps);
        var lines = MassLines.Of(mean, options.Mass, options.MostLines);
        return new()
        {
            Slug = options.Slug,
            Title = options.Title ?? $"Mean of {(maps.Length == 1 ? "one head" : $"{maps.Length} heads")}",
            Description = Description(maps, mean),
            HowToRead = "Curves run from tokens that attend, on the left, to tokens attended to, on the right; the thicker, the larger the mean weight. "
                + "Bars on the left: the weight a token gives to its strongest key. Bars on the right: the mean weight a token receives from those that can see it.",
            Legend = $"Mean weight of {string.Join(", ", maps.Take(24).Select(m => m.Head.Short))}{(maps.Length > 24 ? $" and {maps.Length - 24} more" : "")}. {lines.Words(options.Mass)} Each side has its own scale of bars: to {FigureNumber.Score(Strongest(mean).Max())} on the left, to {FigureNumber.Score(ReceivedWeight.Of(mean).Max())} on the right.",
            Scene = Compose(mean, lines),
        };
    }

    private static Scene Compose(AttentionMap mean, MassLines lines)
    {
        var axes = mean.Axes;
        var longest = Math.Max(axes.Queries.Count, axes.Keys.Count);
        var left = TokenColumn.Of(axes.Queries, lines.Strongest(10, l => l.Query), longest);
        var right = TokenColumn.Of(axes.Keys, lines.Strongest(10, l => l.Key), longest);
        var x = left.Width + Bar + 6;
        return new(x + Span + Bar + 6 + right.Width, Math.Max(left.Rows.Length, right.Rows.Length) + 8,
        [
            new GroupNode([.. left.Draw(left.Width, true, "q")]) { Placement = new(0, 4), Style = left.Style },
            new GroupNode([.. right.Draw(x + Span + Bar + 6, false, "k")]) { Placement = new(0, 4), Style = right.Style },
            new GroupNode([RowBars.DrawLeftwards(Strongest(mean), left.Rows, Bar)]) { Placement = new(left.Width + Bar, 4) },
            new GroupNode([RowBars.Draw(ReceivedWeight.Of(mean), right.Rows, Bar)]) { Placement = new(x + Span + 6, 4) },
            new GroupNode([.. FlowPen.Curves(lines.Drawn.Select(l => new FlowEdge(new(0, left.Rows.Centre(l.Query)), new(Span, right.Rows.Centre(l.Key)), l.Weight)), FlowPen.Paint, 7)]) { Placement = new(x, 4) },
        ]);
    }

    private static double[] Strongest(AttentionMap map) =>
        [.. Enumerable.Range(0, map.Axes.Queries.Count).Select(q => Enumerable.Range(0, map.Axes.Keys.Count).Where(k => map.Axes.Mask[q, k]).Select(k => (double)map[q, k]).DefaultIfEmpty(0).Max())];

    private static string Description(ImmutableArray<AttentionMap> maps, AttentionMap mean)
    {
        var received = ReceivedWeight.Of(mean);
        var most = received.Index().OrderByDescending(r => r.Item).Take(3).Select(r => $"“{mean.Axes.Keys.Tokens[r.Index].Label}” with {FigureNumber.Score(r.Item)}");
        return $"The mean of {maps.Length} heads over {mean.Axes.Queries.Count} attending tokens. Most weight is received by {string.Join(", ", most)}.";
    }
}

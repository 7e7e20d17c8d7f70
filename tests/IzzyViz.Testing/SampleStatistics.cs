using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Slices;

// Figures are internal to the generator, and so are samples of their input.
[assembly: InternalsVisibleTo("IzzyViz.SiteGen.Tests")]
[assembly: InternalsVisibleTo("IzzyViz.Benchmarks")]

namespace IzzyViz.Testing;

/// <summary>Made-up statistics for figures: smooth, signed, with a hole; the same on every machine.</summary>
internal static class SampleStatistics
{
    public static readonly StatisticAxis PreviousToken = new("previous-token", "Previous-token share", "share");

    public static StatisticGrid Grid(int layers, int heads) => new()
    {
        StatisticId = "entropy",
        Title = "Entropy",
        Unit = "nats",
        Cells = [.. Cells(AttentionKind.Encoder, layers, heads)],
    };

    /// <summary>Changes of both signs.</summary>
    public static StatisticGrid Changes(int layers, int heads) => Grid(layers, heads) with
    {
        IsDifference = true,
        Cells = [.. Grid(layers, heads).Cells.Select(c => c with { Value = c.Value - 1.3 })],
    };

    public static StatisticGrid ThreeKinds() => Grid(2, 4) with
    {
        Cells = [.. Cells(AttentionKind.Encoder, 2, 4), .. Cells(AttentionKind.Decoder, 2, 4), .. Cells(AttentionKind.Cross, 2, 4)],
    };

    public static ImmutableArray<DotRow> Slices() =>
    [
        new("reviews/negation", Summary(64, 0.71, 0.68, 0.74), "#a", 0.62),
        new("reviews/long", Summary(128, 0.55, 0.52, 0.59), "#b", 0.56),
        new("reviews/a slice with a name that nobody should have given it", Summary(200, 0.8, 0.79, 0.82), "#c"),
        new("dates/few", new StatisticSummary { StatisticId = "previous-token", Count = 6, Undefined = 0, Mean = 0.45, Points = [0.3f, 0.35f, 0.42f, 0.5f, 0.55f, 0.58f] }, "#d"),
        new("dates/none", new StatisticSummary { StatisticId = "previous-token", Count = 0, Undefined = 4 }),
    ];

    public static ImmutableArray<int> Lengths(int examples, int longest) =>
        [.. Enumerable.Range(0, examples).Select(i => 3 + (int)((longest - 3) * Math.Pow(((i * 37) % 101) / 101.0, 2)))];

    public static ImmutableArray<LayerPath> Paths() =>
    [
        new(new("entropy", "Entropy", "nats"), Path(2.4)),
        new(PreviousToken, Path(0.9)),
        new(new("sink", "Sink mass", "share"), Path(0.6)),
        new(new("distance", "Distance", "tokens"), Path(11)),
        new(new("self", "Self", "share"), [[double.NaN, 0.1], [0.2, 0.3], [0.05, double.NaN]]),
    ];

    private static ImmutableArray<ImmutableArray<double>> Path(double height) =>
        [.. Enumerable.Range(0, 12).Select(l => Enumerable.Range(0, 12).Select(h => height * Wave(l, h)).ToImmutableArray())];

    private static IEnumerable<StatisticCell> Cells(AttentionKind kind, int layers, int heads) =>
        from layer in Enumerable.Range(0, layers)
        from head in Enumerable.Range(0, heads)
        select new StatisticCell(new(kind, layer, head), layer == 1 && head == 2 ? double.NaN : 3.2 * Wave(layer, head));

    private static double Wave(int layer, int head) => (1 + (Math.Sin((layer * 0.7) + (head * 1.9)) * Math.Cos((head * 0.6) - (layer * 0.2)))) / 2;

    private static StatisticSummary Summary(int count, double mean, double low, double high) => new()
    {
        StatisticId = "previous-token",
        Count = count,
        Undefined = 0,
        Mean = mean,
        IntervalLow = low,
        IntervalHigh = high,
    };
}

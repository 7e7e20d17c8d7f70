using System.Collections.Immutable;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Figures.Grids;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Slices;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>Pictures of the kinds that only a build draws, from a model's results.</summary>
internal static class SiteSamples
{
    public static ImmutableArray<GallerySample> All { get; } = [.. Lenses, .. Sheets, .. Statistics, .. Comparisons];

    private static IEnumerable<GallerySample> Lenses =>
    [
        Lens("english-6", "Six tokens", () => SampleMaps.Single(6)),
        Lens("causal-24", "Twenty-four tokens of a decoder, words in pieces", () => SampleMaps.Single(24, isCausal: true)),
        Lens("english-64", "Sixty-four tokens", () => SampleMaps.Single(64)),
        Lens("causal-200", "Two hundred tokens of a decoder", () => SampleMaps.Single(200, isCausal: true)),
        Lens("blocks-300", "Three hundred tokens, as means of blocks", () => SampleMaps.Single(300)),
        Lens("chinese-20", "Chinese", SampleMaps.OfChinese),
        Lens("arabic-14", "Arabic, from right to left", SampleMaps.OfArabic),
        Lens("mixed-16", "Emoji, combining marks, markup, characters without a picture", SampleMaps.OfMixed),
        Lens("cross-6x9", "Cross-attention", () => SampleMaps.Cross(6, 9)[1]),
        Lens("exact-8", "An encoder whose weights are known to the last digit", () => SampleMaps.Exact(ReferenceMatrix.Softmax(8, 8, isCausal: false))),
    ];

    private static IEnumerable<GallerySample> Sheets =>
    [
        Heads("encoder-6", "Six tokens, 144 heads", SampleMaps.Model(AttentionKind.Encoder, 12, 12, 6)),
        Heads("decoder-24", "Twenty-four tokens, 32 heads", SampleMaps.Model(AttentionKind.Decoder, 4, 8, 24)),
        Heads("encoder-64", "Sixty-four tokens, 16 heads", SampleMaps.Model(AttentionKind.Encoder, 4, 4, 64)),
        Heads("decoder-200", "Two hundred tokens, 16 heads", SampleMaps.Model(AttentionKind.Decoder, 4, 4, 200)),
        Heads("two-kinds", "An encoder and a decoder", [.. SampleMaps.Encoder(8), .. SampleMaps.Decoder(6)]),
        Heads("cross", "Cross-attention", SampleMaps.Cross(7, 12)),
        Of("layer-path", "layers-12", "Twelve layers of twelve heads", () => LayerPathFigure.Draw(SampleStatistics.Paths(), "path")),
        Of("map-sheet", "steps", "Two heads at two checkpoints", () => MapSheetFigure.Draw([.. Enumerable.Range(0, 2).Select(Row)], new("sheet", "One example through the checkpoints", ["step 0", "step 10"]))),
    ];

    private static IEnumerable<GallerySample> Statistics =>
    [
        Of("statistic-grid", "heads-12", "Three layers of four heads", () => StatisticGridFigure.Draw(SampleStatistics.Grid(3, 4), StatisticGridOptions.Default)),
        Of("statistic-grid", "heads-144", "Twelve layers of twelve heads", () => StatisticGridFigure.Draw(SampleStatistics.Grid(12, 12), StatisticGridOptions.Default)),
        Of("statistic-grid", "change", "A change, on two hues", () => StatisticGridFigure.Draw(SampleStatistics.Changes(3, 4), StatisticGridOptions.Default)),
        Of("statistic-grid", "three-kinds", "Encoder, decoder and cross-attention", () => StatisticGridFigure.Draw(SampleStatistics.ThreeKinds(), StatisticGridOptions.Default)),
        Of("layer-strip", "heads-12", "Three layers of four heads", () => LayerStripFigure.Draw(SampleStatistics.Grid(3, 4), "strip")),
        Of("layer-strip", "heads-144", "Twelve layers of twelve heads", () => LayerStripFigure.Draw(SampleStatistics.Grid(12, 12), "strip")),
        Of("by-slice", "slices-5", "Five slices, one of few examples, one of none", () => DotWhiskerFigure.Draw(SampleStatistics.PreviousToken, SampleStatistics.Slices())),
        Of("lengths", "examples-60", "Sixty examples", () => LengthHistogramFigure.Draw(SampleStatistics.Lengths(60, 40), "lengths")),
        Of("lengths", "examples-1000", "A thousand examples of up to 512 tokens", () => LengthHistogramFigure.Draw(SampleStatistics.Lengths(1000, 512), "lengths")),
    ];

    private static IEnumerable<GallerySample> Comparisons =>
    [
        Difference("causal-10", "Ten tokens of a decoder", 10),
        Difference("causal-24", "Twenty-four tokens of a decoder", 24),
        Difference("causal-64", "Sixty-four tokens of a decoder", 64),
        Of("over-steps", "steps-4", "Two statistics at four checkpoints", () => StepLinesFigure.Draw(
            [
                new(new("induction", "Induction", "share"), [new("L0H0", 0, [0.02, 0.05, 0.04, 0.06]), new("L1H1", 1, [0.02, 0.1, 0.8, 0.95]), new("L1H0", 1, [double.NaN, 0.1, 0.12, 0.1])]),
                new(new("entropy", "Entropy", "nats"), [new("L0H0", 0, [2, 1.8, 1.5, 1.4])]),
            ],
            new("step", ["0", "200", "300", "1000"], [0, 200, 300, 1000]),
            "over-steps")),
        Of("head-pairs", "layers-2", "Two layers of two heads", () => HeadPairsFigure.Draw(
            [
                new("Layer 0", ["H0", "H1"], ["H0", "H1"], [0.6, 0.1, 0.2, 0.7]) { Marked = [1, 0] },
                new("Layer 1", ["H0", "H1"], ["H0", "H1"], [0.3, 0.4, double.NaN, 0.5]) { Marked = [0, 1] },
            ],
            new("head-pairs", "Heads of one against heads of two", "one", "two") { Mark = "the match" })),
    ];

    private static SheetRow Row(int head) =>
        new($"L0H{head}", [SampleMaps.Single(7, isCausal: true, head: 2 * head), SampleMaps.Single(7, isCausal: true, head: (2 * head) + 1)]);

    private static GallerySample Lens(string name, string caption, Func<AttentionMap> map) =>
        Of("table-lens", name, caption, () => TableLensFigure.Draw(map(), TableLensOptions.Default));

    private static GallerySample Heads(string name, string caption, ImmutableArray<AttentionMap> maps) =>
        Of("all-heads", name, caption, () => AllHeadsFigure.Draw(maps, AllHeadsOptions.Default));

    private static GallerySample Difference(string name, string caption, int tokens) => Of("map-difference", name, caption, () =>
        MapDifferenceFigure.Draw(new(SampleMaps.Single(tokens, isCausal: true), SampleMaps.Single(tokens, isCausal: true, head: 2)), new("difference", "one", "two")));

    private static GallerySample Of(string kind, string name, string caption, Func<Figure> figure) => new(kind, name, caption) { Figure = figure };
}

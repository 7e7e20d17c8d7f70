using System.Collections.Immutable;
using CsCheck;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Comparisons;
using IzzyViz.SiteGen.Figures.Heads;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Gallery;

/// <summary>Whatever the text, its script and its length: no two texts of a figure lie over each other, and none leaves the picture.</summary>
public class TextLayoutTests
{
    private const double Touching = 0.75;

    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable("IZZYVIZ_TRIES"), out var tries) ? tries : 8;

    private static readonly string[] Words =
        ["a", "the", "##ing", "lantern", "▁Donaudampfschifffahrtsgesellschaft", "الحارس", "المصباح", "##ال", "שלום", "守", "灯塔", "こんにちは", "👩‍👩‍👧", "🇵🇹", "e\u0301\u0323", ",", "ﷺ", "𝔘𝔫𝔦", "\u0007", "0.25", "Ġ", "WWWWWWWWWW"];

    private static readonly Gen<int> Tokens = Gen.Frequency((5, Gen.Int[3, 30]), (2, Gen.Int[31, 130]), (1, Gen.Int[131, 512]));

    private static readonly Gen<AttentionAxes> Axes =
        from count in Tokens
        from words in Gen.Int[0, Words.Length - 1].Array[count]
        from isCausal in Gen.Bool
        let labels = words.Select(w => Words[w])
        select SampleMaps.Axes(SampleMaps.Labelled(["[CLS]", .. labels.Skip(2), "[SEP]"]), isCausal);

    private static readonly ImmutableSortedDictionary<string, string[]> Needs = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["question-context"] = ["--question-end", "1"],
        ["neuron-view"] = ["--query", "1"],
        ["generation"] = ["--prompt", "1"],
        ["model-view"] = ["--layers", "2"],
        ["rollout"] = ["--layers", "2"],
        ["layer-arcs"] = ["--layers", "2"],
        ["token-journey"] = ["--layers", "2"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, Func<AttentionAxes, Figure>> OfSites = new Dictionary<string, Func<AttentionAxes, Figure>>(StringComparer.Ordinal)
    {
        ["table-lens"] = axes => TableLensFigure.Draw(Map(axes, 1), TableLensOptions.Default),
        ["all-heads"] = axes => AllHeadsFigure.Draw(Maps(axes, 6), AllHeadsOptions.Default),
        ["map-sheet"] = axes => MapSheetFigure.Draw([new("L0H0", Maps(axes, 2)), new("L1H11", Maps(axes, 2))], new("sheet", "One example", ["step 0", "step 100000"])),
        ["map-difference"] = axes => MapDifferenceFigure.Draw(new(Map(axes, 0), Map(axes, 1)), new("difference", "one", "two")),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> DrawnKinds => [.. DrawKinds.All.Select(k => k.Text.Id)];

    public static TheoryData<string> SiteKinds => [.. OfSites.Keys];

    public static TheoryData<string> Fixed => [.. GallerySamples.All.Where(s => s.Figure is not null).Select(s => $"{s}")];

    [Theory]
    [MemberData(nameof(DrawnKinds))]
    public void Texts_of_a_kind_drawn_from_arrays_keep_apart_and_inside(string id)
    {
        var kind = DrawKinds.All.Single(k => k.Text.Id == id);
        var parsed = DrawCommand.Create().Parse([id, "data.json", "-o", "figure.svg", .. Needs.GetValueOrDefault(id, [])]);
        Assert.Empty(parsed.Errors);
        Axes.Sample(axes => Apart(kind.Draw(Arrays(kind, axes), new(parsed)).Figure), iter: Tries, print: Print);
    }

    [Theory]
    [MemberData(nameof(SiteKinds))]
    public void Texts_of_a_kind_of_a_site_keep_apart_and_inside(string id) => Axes.Sample(axes => Apart(OfSites[id](axes)), iter: Tries, print: Print);

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Texts_of_the_other_pictures_of_the_gallery_keep_apart_and_inside(string name) =>
        Apart(GallerySamples.All.Single(s => $"{s}" == name).Figure!());

    private static void Apart(Figure figure)
    {
        var sheet = FigureWriter.Sheet(figure);
        var texts = PlacedText.Of(sheet).OrderBy(t => t.Corners.Min(c => c.Y)).ToArray();
        Assert.All(texts, t => Assert.True(t.Outside(sheet) < Touching, $"“{t.Text}” leaves the picture by {t.Outside(sheet):0.0}"));
        for (var i = 0; i < texts.Length; i++)
        {
            var bottom = texts[i].Corners.Max(c => c.Y);
            foreach (var other in texts.Skip(i + 1).TakeWhile(o => o.Corners.Min(c => c.Y) < bottom))
            {
                Assert.True(texts[i].Overlap(other) < Touching, $"“{texts[i].Text}” and “{other.Text}” lie over each other by {texts[i].Overlap(other):0.0}");
            }
        }
    }

    private static FigureArrays Arrays(DrawKind kind, AttentionAxes axes)
    {
        var maps = kind.Need switch { ArrayNeed.One => 1, ArrayNeed.Two => 2, ArrayNeed.Several => 3, _ => 4 };
        return new()
        {
            Source = "data.json",
            Axes = axes,
            Matrices = kind.Need == ArrayNeed.Vectors
                ? [.. new[] { 1, 2 }.Select(_ => SiteGen.Arrays.Matrix.From(axes.Queries.Count, 40, (r, c) => Math.Sin(r + c)))]
                : [.. Maps(axes, maps).Select(m => WeightMap.Of(m).Values)],
        };
    }

    private static ImmutableArray<AttentionMap> Maps(AttentionAxes axes, int count) => [.. Enumerable.Range(0, count).Select(i => Map(axes, i))];

    private static AttentionMap Map(AttentionAxes axes, int head) => SampleMaps.Map(new(axes.Mask.IsFull ? AttentionKind.Encoder : AttentionKind.Decoder, head / 2, head % 2), axes);

    private static string Print(AttentionAxes axes) => $"{axes.Queries.Count} tokens: {string.Join(' ', axes.Queries.Tokens.Take(40).Select(t => t.Label))}";
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using IzzyViz.Analysis.Captures;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Regions;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Kinds;

/// <summary>The compatible profile against every number the library itself computed, where those numbers lie beside the repository.</summary>
public partial class IzzyVizGoldenTests
{
    private static readonly MapSettings Settings = MapSettings.Compatible;
    private static readonly string? Folder = Environment.GetEnvironmentVariable("IZZYVIZ_SHARED") ?? Repository.Shared;
    private static readonly Lazy<JsonElement> Goldens = new(() => Parsed("goldens.json"));
    private static readonly Lazy<JsonElement> Inputs = new(() => Parsed("inputs.json"));

    private static readonly ImmutableDictionary<string, Func<DrawnFigure>> Cases = new Dictionary<string, Func<DrawnFigure>>(StringComparer.Ordinal)
    {
        ["self_top3"] = () => Self("self24", new()),
        ["self_top5"] = () => Self("self24", new() { Top = 5 }),
        ["self_gamma07_enlarge25"] = () => SelfAttentionFigure.Draw(Input("self24"), Settings with { Exponent = 0.7 }, new() { Enlargement = 2.5 }),
        ["self_auto_regions"] = () => Self("self24", new() { FindsRegions = true }),
        ["self_manual_region"] = () => Self("self24", new() { Regions = [new(2, 3, 6, 9)] }),
        ["self_ties"] = () => Self("ties8", new()),
        ["self_causal"] = () => Self("causal12", new()),
        ["self_sparse80"] = () => Self("long80", new()),
        ["self_sparse80_interval"] = () => Self("long80", new() { Labels = new() { Interval = 10 } }),
        ["question_context_q9"] = () => QuestionContextFigure.Draw(Input("self24"), Settings, new(), 9),
        ["question_context_causal_q5"] = () => QuestionContextFigure.Draw(Input("causal12"), Settings, new(), 5),
        ["cross_top3"] = () => CrossAttentionFigure.Draw(Input("cross16x20"), Settings, new(), (CrossAttentionFigure.UseCases[0], null)),
        ["cross_top5"] = () => CrossAttentionFigure.Draw(Input("cross16x20"), Settings, new() { Top = 5 }, (CrossAttentionFigure.UseCases[0], null)),
        ["compare_circles_run0_run1"] = () => ComparisonFigure.Draw(Pair(), Settings, new()),
        ["compare_signed_run0_run1"] = () => ComparisonFigure.Draw(Pair(), Settings, new() { IsSigned = true }),
        ["stability_sem"] = () => StabilityFigure.Draw(Input("runs5x24x24"), Settings, new()),
        ["stability_std_white"] = () => StabilityFigure.Draw(Corner(), Settings, new() { Error = ErrorMeasure.Sd, HasWhiteCentre = true }),
        ["sparklines_5steps"] = () => EvolutionFigure.Draw(Input("runs5x24x24"), Settings, LineScale.Shared),
        ["sparklines_5steps_normalized_8x8"] = () => EvolutionFigure.Draw(Corner(), Settings, LineScale.Cell),
        ["target_ring_8x8"] = () => TargetRingsFigure.Draw(Corner(), Settings, new()),
        ["half_pie_8x8"] = () => HalfPiesFigure.Draw(Corner(), Settings, new()),
        ["detected_regions_drawn_blocks24"] = () => RegionsFigure.Draw(Input("blocks24"), Settings, new()),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_text_and_colour_of_a_figure_is_that_of_IzzyViz(string name)
    {
        Assert.SkipWhen(Folder is null, "The goldens lie beside the repository.");
        Same(Goldens.Value.GetProperty(name), SampleArrays.Json(Cases[name]()), name);
    }

    [Fact]
    public void Every_golden_figure_is_tried()
    {
        Assert.SkipWhen(Folder is null, "The goldens lie beside the repository.");
        Assert.Equal(Goldens.Value.EnumerateObject().Where(p => p.Value.TryGetProperty("panels", out _)).Select(p => p.Name).Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_colours_are_those_of_matplotlib()
    {
        Assert.SkipWhen(Folder is null, "The goldens lie beside the repository.");
        Assert.Equal(Goldens.Value.GetProperty("blues256").GetProperty("lut").EnumerateArray().Select(c => c.GetString()), Enumerable.Range(0, Blues.Count).Select(i => Blues.At(i).Hex));
    }

    [Fact]
    public void The_strongest_cells_are_those_of_IzzyViz()
    {
        Assert.SkipWhen(Folder is null, "The goldens lie beside the repository.");
        foreach (var input in Goldens.Value.GetProperty("top_cells").EnumerateObject())
        {
            Assert.All(input.Value.EnumerateObject(), n => Assert.Equal(
                n.Value.EnumerateArray().Select(c => (c[0].GetInt32(), c[1].GetInt32())).Order(),
                CompatibleTopCells.Of(Input(input.Name).First, int.Parse(n.Name)).Select(c => (c.Row, c.Column)).Order()));
        }
    }

    [Fact]
    public void The_sparse_labels_are_those_of_IzzyViz()
    {
        Assert.SkipWhen(Folder is null, "The goldens lie beside the repository.");
        var arrays = Input("long80");
        var top = CompatibleTopCells.Of(arrays.First, 3);
        foreach (var golden in Goldens.Value.GetProperty("sparse_labels").EnumerateObject())
        {
            var name = SparseName().Match(golden.Name);
            var rule = new LabelRule { Interval = name.Groups["if"].Value == "1" ? int.Parse(name.Groups["n"].Value) : null, NamesTop = name.Groups["top"].Value == "1" };
            var bands = top.Select(c => name.Groups["axis"].Value == "1" ? c.Column : c.Row).ToHashSet();
            var axis = new LabelledAxis(arrays.Axes.Queries, BandScale.Uniform(80, 1), 1, bands, 1) { Rule = rule, IsCompatible = true };
            Assert.Equal(golden.Value.EnumerateArray().Select(t => Plain(t.GetString()!)), SparseLabels.Texts(axis));
        }
    }

    [Fact]
    public void Both_finders_find_what_IzzyViz_finds()
    {
        Assert.SkipWhen(Folder is null, "The goldens lie beside the repository.");
        foreach (var golden in Goldens.Value.GetProperty("regions").EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("merging_default_0.7", out _)))
        {
            var map = new WeightMap(Input(golden.Name).Axes, Input(golden.Name).First);
            Assert.Equal(Boxes(golden.Value, "merging_default_0.7"), MergingFinder.Find(map, new() { Threshold = 0.7 }, isCompatible: true));
            Assert.Equal(Boxes(golden.Value, "merging_0.9_as_drawn"), MergingFinder.Find(map, new(), isCompatible: true));
            Assert.Equal(Boxes(golden.Value, "merging_seeds5_0.9"), MergingFinder.Find(map, new() { Count = 5 }, isCompatible: true));
            Assert.Equal(Boxes(golden.Value, "non_overlapping_locally_maximal"), ExhaustiveFinder.Find(map, isCompatible: true));
            var square = map.Values.Rows == map.Values.Columns;
            Assert.True(!square || golden.Value.GetProperty("locally_maximal_count").GetInt32() == ExhaustiveFinder.AllMaxima(map).Count(), golden.Name);
            Assert.True(!golden.Value.TryGetProperty("locally_maximal_all", out _) || Boxes(golden.Value, "locally_maximal_all").SequenceEqual(ExhaustiveFinder.AllMaxima(map)), golden.Name);
        }
    }

    [Fact]
    public void The_scores_of_rectangles_are_those_of_IzzyViz()
    {
        Assert.SkipWhen(Folder is null, "The goldens lie beside the repository.");
        var score = new RegionScore(new(Input("blocks24").Axes, Input("blocks24").First));
        foreach (var golden in Goldens.Value.GetProperty("region_scores_blocks24").EnumerateObject())
        {
            var sides = golden.Name.Split(',').Select(int.Parse).ToArray();
            var box = new RegionBox(sides[0], sides[1], sides[2], sides[3]);
            Assert.Equal(golden.Value.GetProperty("score").GetDouble(), score.Of(box), 12);
            Assert.Equal(golden.Value.GetProperty("mean").GetDouble(), score.Mean(box), 12);
            Assert.Equal(golden.Value.GetProperty("std").GetDouble(), score.Spread(box), 12);
        }
    }

    private static DrawnFigure Self(string input, LensSettings lens) => SelfAttentionFigure.Draw(Input(input), Settings, lens);

    private static FigureArrays Input(string name) => JsonArrays.Read(name, JsonSerializer.SerializeToUtf8Bytes(Inputs.Value.GetProperty(name)));

    private static FigureArrays Pair() => Input("runs5x24x24") is var runs ? runs with { Matrices = runs.Matrices[..2] } : null!;

    private static FigureArrays Corner()
    {
        var runs = Input("runs5x24x24");
        var tokens = runs.Axes.Queries with { Tokens = runs.Axes.Queries.Tokens[..8] };
        return runs with { Axes = new(tokens, tokens, AttentionMask.Full(8, 8)), Matrices = [.. runs.Matrices.Select(m => m.Part(..8, ..8))] };
    }

    private static IEnumerable<RegionBox> Boxes(JsonElement of, string name) =>
        of.GetProperty(name).EnumerateArray().Select(b => new RegionBox(b[0].GetInt32(), b[1].GetInt32(), b[2].GetInt32(), b[3].GetInt32()));

    private static void Same(JsonElement expected, JsonElement actual, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject().Where(p => p.Name != "figure_size_in"))
                {
                    Assert.True(actual.TryGetProperty(property.Name, out var value), $"{path} has no {property.Name}");
                    Same(property.Value, value, $"{path}/{property.Name}");
                }

                break;
            case JsonValueKind.Array when path.EndsWith("top_cells", StringComparison.Ordinal):
                Assert.Equal(expected.EnumerateArray().Select(c => c.GetRawText().Replace(" ", "")).Order(StringComparer.Ordinal), actual.EnumerateArray().Select(c => c.GetRawText()).Order(StringComparer.Ordinal));
                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), path);
                foreach (var (item, index) in expected.EnumerateArray().Select((e, i) => (e, i)))
                {
                    Same(item, actual[index], $"{path}[{index}]");
                }

                break;
            case JsonValueKind.Number:
                Assert.True(Math.Abs(expected.GetDouble() - actual.GetDouble()) <= 1e-9, $"{path}: {expected} and {actual}");
                break;
            default:
                Assert.True(Plain(expected.ToString()) == actual.ToString(), $"{path}: {expected} and {actual}");
                break;
        }
    }

    private static string Plain(string text) => BoldMark().Replace(text, "${text}");

    private static JsonElement Parsed(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, "izzyviz-goldens", name))).RootElement;

    [GeneratedRegex(@"^\$\\mathbf\{(?<text>.*)\}\$$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoldMark();

    [GeneratedRegex(@"^axis(?<axis>\d)_interval(?<n>\d+)_int(?<if>\d)_top(?<top>\d)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SparseName();
}

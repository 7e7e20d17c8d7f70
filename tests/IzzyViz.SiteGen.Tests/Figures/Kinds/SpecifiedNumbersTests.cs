using System.Text.Json;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Figures.Regions;

namespace IzzyViz.SiteGen.Tests.Figures.Kinds;

/// <summary>The compatible profile against numbers that IzzyViz was seen to compute.</summary>
public class SpecifiedNumbersTests
{
    private static readonly MapSettings Compatible = MapSettings.Compatible;

    [Fact]
    public void Self_attention_prints_and_enlarges_what_IzzyViz_does()
    {
        var panel = Panel(SelfAttentionFigure.Draw(SampleArrays.Reference(), Compatible, LensSettings.Default));
        Assert.Equal("[[6,4],[3,2],[4,2]]", panel.GetProperty("top_cells").GetRawText());
        Assert.Equal([.5, 1.5, 2.9, 4.3, 5.7, 7.1, 8.1, 9.1], Numbers(panel, "col_centers"), Close(1e-9));
        Assert.Equal([.5, 1.5, 2.5, 3.9, 5.7, 7.1, 8.5, 9.9], Numbers(panel, "row_centers"), Close(1e-9));
        Assert.Equal(["0.454", "0.443", "0.456"], panel.GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()!));
        Assert.All(panel.GetProperty("annotations").EnumerateArray(), a => Assert.Equal("#ffffff", a.GetProperty("color").GetString()));
        Assert.Equal([2, 4], Highlighted(panel, "x_ticks"));
        Assert.Equal([3, 4, 6], Highlighted(panel, "y_ticks"));
        Assert.Equal("#08306b", panel.GetProperty("fill")[6][4].GetString());
        Assert.Equal((.002931431655 + .000001, .456344427346), (panel.GetProperty("vmin").GetDouble(), panel.GetProperty("vmax").GetDouble()), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-11 && Math.Abs(a.Item2 - b.Item2) < 1e-11);
    }

    [Theory]
    [InlineData(1, false, "6,4")]
    [InlineData(5, false, "6,4 3,2 4,2 7,3 7,4")]
    [InlineData(3, true, "0,0 1,0 4,2")]
    public void The_strongest_cells_are_those_of_IzzyViz(int count, bool isCausal, string expected) =>
        Assert.Equal(expected, string.Join(' ', CompatibleTopCells.Of(SampleArrays.Reference(isCausal: isCausal).First, count).Select(c => $"{c.Row},{c.Column}")));

    [Fact]
    public void Ties_at_the_threshold_are_all_kept_and_a_constant_map_is_all_ties()
    {
        Assert.Equal(3, CompatibleTopCells.Of(SampleArrays.One([.1, .5, .4], [.5, .25, .25], [0, 0, 1]).First, 2).Length);
        Assert.Equal(25, CompatibleTopCells.Of(SampleArrays.One([.. Enumerable.Repeat(Enumerable.Repeat(.2, 5).ToArray(), 5)]).First, 3).Length);
        Assert.Empty(CompatibleTopCells.Of(SampleArrays.Reference().First, 0));
    }

    [Fact]
    public void Comparison_has_the_circles_of_IzzyViz()
    {
        var json = SampleArrays.Json(ComparisonFigure.Draw(SampleArrays.Reference(2), Compatible, ComparisonSettings.Default));
        Near(.002588956852, json.GetProperty("panels")[0].GetProperty("vmin"));
        Near(.481637136957, json.GetProperty("panels")[0].GetProperty("vmax"));
        Near(.109059645063, json.GetProperty("max_abs_diff"));
        Assert.Equal("#6fb0d7", json.GetProperty("panels")[0].GetProperty("fill")[0][0].GetString());
        var circles = json.GetProperty("circles");
        Assert.Equal(64, circles.GetArrayLength());
        Circle(circles[0], .286904345462, "#3686c0");
        Circle(circles[11], .001417239724, "#f7fbff");
        Circle(circles[51], .45, "#083776");
        Near(.318782606069, SampleArrays.Json(ComparisonFigure.Draw(SampleArrays.Reference(2), Compatible, new() { IsSigned = true })).GetProperty("circles")[0].GetProperty("r"));
    }

    [Fact]
    public void Stability_has_the_circles_of_IzzyViz()
    {
        var json = SampleArrays.Json(StabilityFigure.Draw(SampleArrays.Reference(5), Compatible, StabilitySettings.Default));
        Near(.399330009936, json.GetProperty("mean")[0][0]);
        Near(.025917729673, json.GetProperty("error")[0][0]);
        Near(.002936505787, json.GetProperty("panels")[0].GetProperty("vmin"));
        Near(.525425058595, json.GetProperty("panels")[0].GetProperty("vmax"));
        var cell = json.GetProperty("cells")[0];
        Near(.198044169219, cell.GetProperty("r"));
        Near(.347494550589, cell.GetProperty("centre_value"));
        Near(.535523362, cell.GetProperty("centre_norm"), 1e-8);
        Assert.Equal(("#5fa6d1", "#1865ac"), (cell.GetProperty("centre_fill").GetString(), cell.GetProperty("edge_fill").GetString()));
        var deviation = SampleArrays.Json(StabilityFigure.Draw(SampleArrays.Reference(5), Compatible, new() { Error = ErrorMeasure.Sd }));
        Near(.057953805372, deviation.GetProperty("error")[0][0]);
        Assert.Equal("#a5cde3", deviation.GetProperty("cells")[0].GetProperty("centre_fill").GetString());
    }

    [Fact]
    public void Rings_and_half_pies_have_the_marks_of_IzzyViz()
    {
        string[] colors = ["#9cc9e1", "#63a8d3", "#3b8bc2", "#2a7ab9", "#2f7fbc"];
        var rings = SampleArrays.Json(TargetRingsFigure.Draw(SampleArrays.Reference(5), Compatible, RunMarkSettings.Default)).GetProperty("wedges").EnumerateArray().Take(5).ToArray();
        Assert.Equal(colors, rings.Select(r => r.GetProperty("fill").GetString()));
        Assert.Equal([.09, .18, .27, .36, .45], rings.Select(r => r.GetProperty("r").GetDouble()), Close(1e-12));
        var json = SampleArrays.Json(HalfPiesFigure.Draw(SampleArrays.Reference(5), Compatible, RunMarkSettings.Default));
        var slices = json.GetProperty("wedges").EnumerateArray().Take(5).ToArray();
        Assert.Equal(colors, slices.Select(s => s.GetProperty("fill").GetString()));
        Assert.Equal([-45.0, -9, 27, 63, 99], slices.Select(s => s.GetProperty("theta1").GetDouble()), Close(1e-12));
        Near(.198044169219, json.GetProperty("circles")[0].GetProperty("r"));
    }

    [Fact]
    public void Evolution_has_the_lines_of_IzzyViz()
    {
        var json = SampleArrays.Json(EvolutionFigure.Draw(SampleArrays.Reference(5), Compatible with { Exponent = 7 }, LineScale.Shared));
        Near(.311751502343, json.GetProperty("threshold_value"));
        Near(.567067115666, json.GetProperty("global_max"));
        var lines = json.GetProperty("lines").EnumerateArray().ToArray();
        Assert.Equal([.1, .3, .5, .7, .9], Numbers(lines[0], "x"), Close(1e-12));
        Assert.Equal([.481275127, .395048859, .325350646, .289488430, .298876948], Numbers(lines[0], "y"), Close(1e-8));
        Assert.Equal([0, 14, 26, 39, 51, 59], Enumerable.Range(0, 64).Where(i => lines[i].GetProperty("color").GetString() == "#ffffff"));
        var own = SampleArrays.Json(EvolutionFigure.Draw(SampleArrays.Reference(5), Compatible, LineScale.Cell)).GetProperty("lines")[0];
        Assert.Equal([.85, .535283763, .280893077, .15, .184267039], Numbers(own, "y"), Close(1e-8));
        Assert.Equal("#00008b", own.GetProperty("color").GetString());
    }

    [Theory]
    [InlineData(3, .7, "3,2,3,2 6,3,7,4 0,5,2,7")]
    [InlineData(3, .9, "3,2,3,2 6,3,7,4 1,6,2,7")]
    [InlineData(3, 1, "3,2,3,2 6,3,7,4 1,6,2,7")]
    [InlineData(1, .9, "6,3,7,4")]
    [InlineData(5, .9, "3,2,3,2 6,3,7,4 0,0,0,1 5,7,5,7 1,6,2,7")]
    public void The_merging_finder_finds_the_regions_of_IzzyViz(int count, double threshold, string expected) =>
        Assert.Equal(expected, Text(MergingFinder.Find(Map(SampleArrays.Reference()), new() { Count = count, Threshold = threshold }, isCompatible: true)));

    [Fact]
    public void Other_settings_and_shapes_of_the_merging_finder_too()
    {
        var square = Map(SampleArrays.Reference());
        Assert.Equal("6,4,6,4 3,2,3,2 4,2,4,2 7,3,7,3", Text(MergingFinder.Find(square, new() { Count = 4, MinDistance = 0 }, isCompatible: true)));
        Assert.Equal("3,2,4,2 6,3,7,4 0,5,2,7", Text(MergingFinder.Find(square, new() { Proximity = 0, Threshold = .7 }, isCompatible: true)));
        var wide = Map(SampleArrays.Reference(1, 6, 9));
        Assert.Equal("0,0,5,8", Text(MergingFinder.Find(wide, new() { Threshold = .7 }, isCompatible: true)));
        Assert.Equal("3,2,4,2 0,0,0,1 4,7,5,8", Text(MergingFinder.Find(wide, new(), isCompatible: true)));
        Assert.Equal("4,8,5,8 3,2,4,2 0,0,0,1 1,6,1,6 5,5,5,5", Text(MergingFinder.Find(wide, new() { Count = 5 }, isCompatible: true)));
    }

    [Fact]
    public void The_exhaustive_finder_finds_the_rectangles_of_IzzyViz()
    {
        var map = Map(SampleArrays.Reference());
        Assert.Equal("6,4,6,4 3,2,3,2 7,3,7,3 2,6,2,6 4,1,4,2 0,0,0,0 5,7,5,7", Text(ExhaustiveFinder.Find(map, isCompatible: true)));
        var causal = Map(SampleArrays.Reference(isCausal: true));
        Assert.Equal("0,0,0,0 4,2,4,2 6,4,6,4 2,1,2,1 7,3,7,3 3,2,3,3 7,7,7,7", Text(ExhaustiveFinder.Find(causal, isCompatible: true)));
    }

    [Theory]
    [InlineData(2, 2, 2, 2, .031201429188)]
    [InlineData(0, 0, 1, 2, .770052973795)]
    [InlineData(3, 2, 5, 4, .390164408557)]
    public void The_score_of_a_rectangle_is_that_of_IzzyViz(int top, int left, int bottom, int right, double expected) =>
        Assert.Equal(expected, new RegionScore(Map(SampleArrays.Reference())).Of(new(top, left, bottom, right)), 11);

    private static WeightMap Map(SiteGen.Arrays.FigureArrays arrays) => new(arrays.Axes, arrays.First);

    private static string Text(IEnumerable<RegionBox> boxes) => string.Join(' ', boxes.Select(b => $"{b.Top},{b.Left},{b.Bottom},{b.Right}"));

    private static JsonElement Panel(DrawnFigure drawn) => SampleArrays.Json(drawn).GetProperty("panels")[0];

    private static IEnumerable<double> Numbers(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(n => n.GetDouble());

    private static IEnumerable<int> Highlighted(JsonElement panel, string ticks) =>
        panel.GetProperty(ticks).EnumerateArray().Select((t, i) => (t, i)).Where(x => x.t.GetProperty("highlight").GetBoolean()).Select(x => x.i);

    private static void Circle(JsonElement circle, double radius, string fill)
    {
        Near(radius, circle.GetProperty("r"));
        Assert.Equal(fill, circle.GetProperty("fill").GetString());
    }

    private static void Near(double expected, JsonElement actual, double tolerance = 1e-11) => Assert.InRange(actual.GetDouble() - expected, -tolerance, tolerance);

    private static Func<double, double, bool> Close(double tolerance) => (a, b) => Math.Abs(a - b) <= tolerance;
}

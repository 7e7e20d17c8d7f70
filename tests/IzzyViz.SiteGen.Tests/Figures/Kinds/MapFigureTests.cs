using System.Xml.Linq;
using CsCheck;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Cli.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Figures.Kinds;

public class MapFigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Masked_cells_have_no_mark_no_colour_and_no_weight_in_any_number() => Gen.Select(Gen.Int[0, Drawings.Kinds.Count() - 1].Select(Drawings.Kinds.ElementAt), Gen.Int[3, 9]).Sample((kind, tokens) =>
    {
        var clean = SampleArrays.Sample(tokens, Drawings.Runs(kind), isCausal: true);
        var dirty = clean with { Matrices = [.. clean.Matrices.Select(m => Matrix.From(tokens, tokens, (r, c) => clean.Axes.Mask[r, c] ? m[r, c] : 7))] };
        Assert.Equal(Text(kind, clean), Text(kind, dirty));
    }, iter: 60);

    [Theory]
    [InlineData("comparison")]
    [InlineData("stability")]
    [InlineData("target-rings")]
    [InlineData("half-pies")]
    [InlineData("evolution")]
    [InlineData("cross-attention")]
    [InlineData("regions")]
    public void Maps_need_not_be_square(string kind)
    {
        var (rows, columns) = (SampleArrays.Reference(1, 5, 9).First, SampleArrays.Reference(1, 9, 5).First);
        var wide = SampleArrays.Reference(Drawings.Runs(kind), 5, 9);
        Assert.Equal((5, 9, 9, 5), (rows.Rows, rows.Columns, columns.Rows, columns.Columns));
        Assert.All(["default", "izzyviz"], profile => Assert.Equal("[5,9]", SampleArrays.Json(Drawings.Draw(kind, wide, Drawings.Settings(profile))).GetProperty("panels")[0].GetProperty("shape").GetRawText()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(130)]
    public void Every_kind_draws_one_token_and_many(int tokens)
    {
        foreach (var kind in Drawings.Kinds.Where(k => tokens > 1 || k != "question-context"))
        {
            var drawn = Drawings.Draw(kind, SampleArrays.Sample(tokens, Drawings.Runs(kind)), MapSettings.Default);
            var elements = XDocument.Parse(FigureWriter.Standalone(drawn.Figure)).Descendants().Count();
            Assert.InRange(elements, 5, 12_000);
            Assert.Equal($"[{tokens},{tokens}]", SampleArrays.Json(drawn).GetProperty("panels").EnumerateArray().Last().GetProperty("shape").GetRawText());
        }
    }

    [Fact]
    public void Annotated_shapes_name_their_row_column_and_value()
    {
        var arrays = SampleArrays.Reference(2);
        var drawn = ComparisonFigure.Draw(arrays, new() { IsAnnotated = true }, ComparisonSettings.Default);
        var shapes = XDocument.Parse(FigureWriter.Standalone(drawn.Figure)).Descendants();
        var cell = shapes.Single(e => e.Name == Svg + "rect" && e.Attribute("data-row")?.Value == "6" && e.Attribute("data-col")?.Value == "4");
        Assert.Equal(arrays.First[6, 4], double.Parse(cell.Attribute("data-value")!.Value));
        var circle = shapes.Single(e => e.Name == Svg + "circle" && e.Attribute("data-row")?.Value == "6" && e.Attribute("data-col")?.Value == "4");
        Assert.Equal([arrays.First[6, 4], arrays.Matrices[1][6, 4]], circle.Attribute("data-values")!.Value.Split(' ').Select(double.Parse));
        Assert.Equal(128, shapes.Count(e => e.Attribute("data-row") is not null));
    }

    [Fact]
    public void The_same_colour_is_one_element_where_nothing_is_annotated()
    {
        var svg = FigureWriter.Standalone(ComparisonFigure.Draw(SampleArrays.Sample(40, 2), MapSettings.Default, ComparisonSettings.Default).Figure);
        Assert.InRange(XDocument.Parse(svg).Descendants(Svg + "path").Count(), 3, 70);
    }

    [Fact]
    public void Titles_of_the_panels_say_what_is_drawn_and_the_map_is_left_alone()
    {
        var arrays = SampleArrays.Reference(isCausal: true);
        var before = arrays.First.Values.ToArray();
        var ours = SampleArrays.Json(QuestionContextFigure.Draw(arrays, MapSettings.Default, new(), 3)).GetProperty("panels");
        Assert.Equal(["Question to question", "Context to context", "Question to context", "Context to question", "All to all"], ours.EnumerateArray().Select(p => p.GetProperty("title").GetString()));
        Assert.Equal("[3,5]", ours[2].GetProperty("shape").GetRawText());
        QuestionContextFigure.Draw(arrays, MapSettings.Compatible, new(), 3);
        Assert.Equal(before, arrays.First.Values.ToArray());
    }

    [Fact]
    public void Exactly_as_many_cells_are_enlarged_as_asked_for_and_ties_go_to_the_upper_left()
    {
        var panel = SampleArrays.Json(SelfAttentionFigure.Draw(SampleArrays.One([.4, .4, .2], [.4, .4, .2], [.2, .4, .4]), MapSettings.Default, new() { Top = 3 })).GetProperty("panels")[0];
        Assert.Equal("[[0,0],[0,1],[1,0]]", panel.GetProperty("top_cells").GetRawText());
        Assert.Equal(0, panel.GetProperty("vmin").GetDouble());
    }

    [Fact]
    public void The_rows_of_spread_are_those_of_an_independent_computation() => Gen.Double[0, 1].Array[4].Array[2, 6].Sample(runs =>
    {
        var arrays = SampleArrays.Of([.. runs.Select(r => r.Chunk(2).ToArray())]);
        var spread = RunSpread.Of(arrays, ErrorMeasure.Sem, isSample: true);
        for (var i = 0; i < 4; i++)
        {
            var mean = runs.Average(r => r[i]);
            Assert.Equal(mean, spread.Mean.Values.Values[i], tolerance: 1e-12);
            Assert.Equal(Math.Sqrt(runs.Sum(r => (r[i] - mean) * (r[i] - mean)) / (runs.Length - 1) / runs.Length), spread.Error.Values.Values[i], tolerance: 1e-12);
        }
    });

    [Fact]
    public void Notes_on_the_data_stand_in_the_legend()
    {
        foreach (var kind in Drawings.Kinds)
        {
            var drawn = Drawings.Draw(kind, SampleArrays.Sample(6, Drawings.Runs(kind)) with { Notes = ["Half of it is made up."] }, MapSettings.Default);
            Assert.Contains("Half of it is made up.", drawn.Figure.Legend, StringComparison.Ordinal);
        }
    }

    private static string Text(string kind, FigureArrays arrays)
    {
        var drawn = Drawings.Draw(kind, arrays, MapSettings.Default);
        return FigureWriter.Standalone(drawn.Figure) + SampleArrays.Json(drawn).GetRawText();
    }
}

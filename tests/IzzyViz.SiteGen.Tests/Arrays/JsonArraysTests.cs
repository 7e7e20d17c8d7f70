using System.Text;
using CsCheck;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Arrays;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Arrays;

public sealed class JsonArraysTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tokens_matrix_and_null_cells_are_read()
    {
        var arrays = Read("""{"tokens":["[CLS]","a\u00e9"],"matrix":[[1,null],[0.25,7.5e-1]]}""");
        Assert.Equal(["[CLS]", "aé"], arrays.Axes.Keys.Tokens.Select(t => t.Label));
        Assert.True(arrays.Axes.IsSelf);
        Assert.Equal([true, false], arrays.Axes.Queries.Tokens.Select(t => t.IsSpecial));
        Assert.Equal((true, false, true), (arrays.Axes.Mask[0, 0], arrays.Axes.Mask[0, 1], arrays.Axes.Mask[1, 1]));
        Assert.Equal(0.75, arrays.First[1, 1]);
        Assert.Empty(arrays.Notes);
    }

    [Fact]
    public void A_causal_mask_lets_the_last_row_see_everything()
    {
        var mask = Read("""{"row_tokens":["a","b"],"col_tokens":["x","y","z"],"matrix":[[0.5,0.5,0],[0,0,1]],"mask":"causal"}""").Axes.Mask;
        Assert.Equal([true, true, false, true, true, true], from row in Enumerable.Range(0, 2) from column in Enumerable.Range(0, 3) select mask[row, column]);
    }

    [Fact]
    public void Special_tokens_are_those_listed_and_a_half_surrogate_is_shown()
    {
        var tokens = Read("""{"tokens":["[CLS]","\ud83d","x"],"matrix":[[1,0,0],[0,1,0],[0,0,1]],"special":[2]}""").Axes.Keys.Tokens;
        Assert.Equal([false, false, true], tokens.Select(t => t.IsSpecial));
        Assert.Equal("\ufffd", tokens[1].Label);
    }

    [Fact]
    public void Rows_that_do_not_sum_to_one_are_noted_and_masked_cells_count_for_nothing()
    {
        Assert.Equal("1 of 2 rows do not sum to 1: their sums run from 0.700 to 0.700.", Assert.Single(Read("""{"matrix":[[0.3,0.4],[0.5,0.5]]}""").Notes));
        Assert.Empty(Read("""{"matrix":[[1,9],[0.5,0.5]],"mask":[[1,0],[true,1]]}""").Notes);
    }

    [Theory]
    [InlineData("{\n  \"tokens\": [\"a\"],\n  \"matrx\": [[1]]\n}", "IZV5104", 3, 3)]
    [InlineData("{\"matrix\": [[1, NaN]]}", "IZV5103", 1, 17)]
    [InlineData("{\"matrix\": [[1, 0],\n [1]]}", "IZV5106", 2, 4)]
    [InlineData("{\"matrix\": [[1, \"x\"]]}", "IZV5105", 1, 17)]
    [InlineData("{\"matrix\": [[1]], \"tokens\": [\"a\", \"b\"]}", "IZV5108", 1, 19)]
    [InlineData("{\"matrix\": [[1]], \"matrices\": [[[1]]]}", "IZV5118", 1, 19)]
    [InlineData("{\"matrices\": [[[1]], [[1, 2]]]}", "IZV5107", 1, 2)]
    [InlineData("{\"matrix\": [[1]], \"mask\": [[1, 0]]}", "IZV5116", 1, 19)]
    [InlineData("{\"matrix\": [[1], [1]], \"mask\": \"causal\"}", "IZV5116", 1, 24)]
    [InlineData("{\"matrix\": [[1]], \"special\": [1]}", "IZV5119", 1, 19)]
    [InlineData("{\"tokens\": [\"a\"]}", "IZV5117", 0, 0)]
    [InlineData("{\"matrix\": []}", "IZV5105", 1, 13)]
    [InlineData("[[1]]", "IZV5105", 1, 1)]
    [InlineData("{\"matrix\": [[1]]", "IZV5103", 1, 17)]
    [InlineData("", "IZV5103", 1, 1)]
    public void What_is_wrong_is_said_with_its_place(string json, string code, int line, int column)
    {
        var finding = Assert.Throws<DiagnosticException>(() => Read(json)).Diagnostic;
        Assert.Equal((code, line, column), (finding.Code, finding.Location.Line, finding.Location.Column));
    }

    [Fact]
    public void A_figure_of_one_map_takes_one_of_several_when_told_which()
    {
        const string json = """{"matrices":[[[1]],[[0.5]]]}""";
        Assert.Equal("IZV5109", Assert.Throws<DiagnosticException>(() => Read(json)).Diagnostic.Code);
        Assert.Equal(0.5, ArrayFile.Read(_folder.Write("b.json", json), new() { Item = 1 }).First[0, 0]);
        Assert.Equal("IZV5113", Assert.Throws<DiagnosticException>(() => ArrayFile.Read(_folder.Write("b.json", json), new() { Item = 2 })).Diagnostic.Code);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        try
        {
            JsonArrays.Read("x.json", bytes);
        }
        catch (DiagnosticException refusal)
        {
            Assert.StartsWith("IZV51", refusal.Diagnostic.Code, StringComparison.Ordinal);
        }
    });

    private FigureArrays Read(string json) => ArrayFile.Read(_folder.Write("a.json", json), ArrayChoice.Everything);
}

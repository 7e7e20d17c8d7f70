using System.Text.Json;
using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>The views of other tools and the figures of evolution from a file of arrays.</summary>
public class DrawViewsTests
{
    public static TheoryData<string, string[]> Kinds => new()
    {
        { "head-view", [] },
        { "model-view", ["--layers", "2"] },
        { "neuron-view", ["--query", "2"] },
        { "head-sum", ["--mass", "0.5"] },
        { "token-colours", ["--from", "2"] },
        { "rollout", ["--token", "3"] },
        { "layer-arcs", [] },
        { "token-journey", ["--token", "1", "--keys", "2"] },
        { "generation", ["--prompt", "2"] },
        { "role-map", [] },
        { "head-atlas", [] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_view_is_drawn_from_arrays_and_gives_its_numbers(string kind, string[] options)
    {
        using var folder = new TempFolder();
        var run = await DrawAsync(folder, kind, Two, [.. options, "--title", "A title", "--data", folder["numbers.json"]]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Exit == ExitCode.Done ? "" : run.Error));
        Assert.Contains(">A title</text>", File.ReadAllText(folder["figure.svg"]), StringComparison.Ordinal);
        using var numbers = JsonDocument.Parse(File.ReadAllText(folder["numbers.json"]));
        Assert.True(numbers.RootElement.EnumerateObject().Count() > 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_tools_own_words_have_a_glyph_in_the_shipped_font(string kind, string[] options)
    {
        using var folder = new TempFolder();
        folder.Write("data.json", Two);
        var run = await Tool.RunAsync(["draw", kind, folder["data.json"], "-o", folder["figure.pdf"], .. options]);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.DoesNotContain("IZV5092", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_a_rollout_are_those_worked_out_by_hand()
    {
        using var folder = new TempFolder();
        await DrawAsync(folder, "rollout", """{ "tokens": ["a", "b"], "matrices": [[[1, 0], [0.5, 0.5]], [[0.5, 0.5], [0, 1]]] }""", ["--token", "0", "--data", folder["numbers.json"]]);
        using var numbers = JsonDocument.Parse(File.ReadAllText(folder["numbers.json"]));
        Assert.Equal([0.8125, 0.1875], numbers.RootElement.GetProperty("rollout")[0].EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal([0.75, 0.25], numbers.RootElement.GetProperty("reach")[1].EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public async Task Lines_and_dropped_cells_are_all_cells()
    {
        using var folder = new TempFolder();
        await DrawAsync(folder, "head-view", Two, ["--floor", "0.3", "--data", folder["numbers.json"]]);
        using var numbers = JsonDocument.Parse(File.ReadAllText(folder["numbers.json"]));
        Assert.Equal(20, numbers.RootElement.GetProperty("drawn").GetInt32() + numbers.RootElement.GetProperty("dropped").GetInt32());
        Assert.Equal(numbers.RootElement.GetProperty("drawn").GetInt32(), numbers.RootElement.GetProperty("lines").GetArrayLength());
    }

    [Theory]
    [InlineData("rollout", "IZV5301", "--token", "4")]
    [InlineData("token-colours", "IZV5301", "--to", "9")]
    [InlineData("model-view", "IZV5303", "--layers", "3")]
    [InlineData("generation", "IZV5201", "--prompt", "4")]
    public async Task What_does_not_fit_is_an_error_with_a_code(string kind, string code, params string[] options)
    {
        using var folder = new TempFolder();
        var run = await DrawAsync(folder, kind, Two, options);
        Assert.NotEqual(ExitCode.Done, run.Exit);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["figure.svg"]));
    }

    [Theory]
    [InlineData("rollout", "IZV5302", """{ "row_tokens": ["a", "b"], "col_tokens": ["c", "d", "e"], "matrix": [[1, 0, 0], [0.5, 0.5, 0]] }""")]
    [InlineData("head-atlas", "IZV5305", """{ "tokens": ["[CLS]", "[SEP]"], "matrix": [[1, 0], [0.5, 0.5]] }""")]
    [InlineData("neuron-view", "IZV5109", """{ "tokens": ["a"], "matrix": [[1]] }""")]
    public async Task Arrays_that_a_view_cannot_be_drawn_from_are_refused(string kind, string code, string json)
    {
        using var folder = new TempFolder();
        var run = await DrawAsync(folder, kind, json, kind == "neuron-view" ? ["--query", "0"] : []);
        Assert.NotEqual(ExitCode.Done, run.Exit);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    private const string Two =
        """
        { "tokens": ["the", "cat", "the", "cat"], "mask": "causal", "matrices": [
          [[1, 0, 0, 0], [0.4, 0.6, 0, 0], [0.2, 0.3, 0.5, 0], [0.1, 0.2, 0.3, 0.4]],
          [[1, 0, 0, 0], [0.9, 0.1, 0, 0], [0.8, 0.1, 0.1, 0], [0.7, 0.1, 0.1, 0.1]] ] }
        """;

    private static Task<ToolRun> DrawAsync(TempFolder folder, string kind, string json, string[] options)
    {
        File.WriteAllText(folder["data.json"], json);
        return Tool.RunAsync(["draw", kind, folder["data.json"], "--out", folder["figure.svg"], .. options]);
    }
}

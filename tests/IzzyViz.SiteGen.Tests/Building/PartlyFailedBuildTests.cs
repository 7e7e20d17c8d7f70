using System.Text;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Tests.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Building;

/// <summary>One model that cannot be captured or run does not cost the others their pages.</summary>
public sealed class PartlyFailedBuildTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public PartlyFailedBuildTests()
    {
        DemoModel.Copy("polarity", _folder, "models/good");
        DemoModel.Copy("polarity", _folder, "models/other");
        _folder.Write("rows.jsonl", "{\"id\":\"a\",\"text\":\"the plot was dull\"}\n{\"id\":\"b\",\"text\":\"we loved the wine\"}\n");
        _folder.Write("site.yml", """
            title: T
            models: [ { id: good, path: models/good }, { id: other, path: models/other } ]
            datasets: [ { id: rows, path: rows.jsonl, columns: { id: id, text: text } } ]
            galleries: [ { examples: 1 } ]
            comparisons:
              - { id: pair, models: [good, other] }
            """);
    }

    [Fact]
    public async Task A_model_without_attention_has_a_page_that_says_so_and_the_others_are_built()
    {
        TakeAttentionFrom("models/other/model.onnx");

        var run = await BuildAsync();

        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("error IZV3010", run.Error, StringComparison.Ordinal);
        Assert.Contains("not captured, because it holds no softmax and no attention operator.", Page("models/other"), StringComparison.Ordinal);
        Assert.Contains("Not captured, because it holds no softmax and no attention operator.", Page(""), StringComparison.Ordinal);
        Assert.True(Directory.Exists(_folder["site/models/good/encoder.0"]));
        Assert.False(Directory.Exists(_folder["site/models/other/encoder.0"]));
    }

    [Fact]
    public async Task A_comparison_with_a_model_that_has_no_result_is_left_out_with_a_warning()
    {
        TakeAttentionFrom("models/other/model.onnx");

        var run = await BuildAsync();

        Assert.Contains("site.yml(6,", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning IZV4504: Comparison 'pair' is left out over rows/all", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site/comparisons/pair"]));
    }

    [Fact]
    public async Task A_model_that_no_row_fits_has_a_page_that_says_so_and_the_others_are_built()
    {
        File.Delete(_folder["models/other/tokenizer.json"]);

        var run = await BuildAsync();

        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("error IZV2502", run.Error, StringComparison.Ordinal);
        Assert.Contains("the model has no tokenizer (IZV2502)", Page("models/other"), StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, Page("models/other"), StringComparison.Ordinal);
        Assert.True(Directory.Exists(_folder["site/models/good/encoder.0"]));
    }

    [Fact]
    public async Task A_check_says_already_that_a_model_has_no_attention()
    {
        TakeAttentionFrom("models/other/model.onnx");

        var run = await Tool.RunAsync("check", _folder["site.yml"]);

        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("error IZV3010", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ToolRun> BuildAsync() => Tool.RunAsync("build", _folder["site.yml"], "--out", _folder["site"], "--store", _folder["store"]);

    private string Page(string path) => File.ReadAllText(_folder[$"site/{path}/index.html"]);

    // An operator whose name is as long, so that the file stays well formed.
    private void TakeAttentionFrom(string model) =>
        File.WriteAllBytes(_folder[model], Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(File.ReadAllBytes(_folder[model])).Replace("Softmax", "Sigmoid", StringComparison.Ordinal)));
}

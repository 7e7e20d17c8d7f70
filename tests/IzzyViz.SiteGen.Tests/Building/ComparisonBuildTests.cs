using System.Text.Json;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Tests.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Building;

/// <summary>The repository's own models, compared by a whole build.</summary>
public sealed class ComparisonBuildTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_model_and_its_int8_twin_are_near_and_checkpoints_and_seeds_are_compared_without_being_named()
    {
        var pages = await BuildAsync("comparisons: [ { id: twin, models: [polarity, polarity-int8], examples: 3 } ]\n", "shown");

        using var twin = Twin(pages, "twin");
        Assert.Equal("float against int8", twin.RootElement.GetProperty("what").GetString());
        Assert.InRange(twin.RootElement.GetProperty("slices")[0].GetProperty("mean").GetDouble(), 1e-4, 0.05);
        Assert.Equal(3, twin.RootElement.GetProperty("slices")[0].GetProperty("maps").GetInt32());
        Assert.Equal(0, twin.RootElement.GetProperty("answers").GetProperty("flipped").GetInt32());

        using var steps = Twin(pages, "steps");
        Assert.Contains(steps.RootElement.GetProperty("patterns").EnumerateArray(), p => p.GetProperty("pattern").GetProperty("text").GetString() == "Induction" && !p.GetProperty("fromTheStart").GetBoolean());

        using var seeds = Twin(pages, "seeds");
        var first = seeds.RootElement.GetProperty("matches")[0];
        Assert.True(first.GetProperty("matched").GetDouble() < first.GetProperty("chance").GetDouble());
    }

    [Fact]
    public async Task No_string_of_a_hidden_dataset_is_on_a_page_that_compares()
    {
        var pages = await BuildAsync("comparisons: [ { id: twin, models: [polarity, polarity-int8], examples: 3 } ]\n", "hidden");
        var files = Directory.EnumerateFiles(Path.Combine(pages, "comparisons"), "*", SearchOption.AllDirectories).ToList();
        Assert.All(files, file => Assert.All(["dull", "wine", "soup", "lion", "koi", "row-a"], text => Assert.DoesNotContain(text, File.ReadAllText(file), StringComparison.Ordinal)));
        Assert.True(files.Count > 20);
    }

    [Fact]
    public async Task A_second_build_computes_nothing_and_changes_nothing()
    {
        await BuildAsync("", "shown");
        var again = await Tool.RunAsync(["build", _folder["site.yml"], "--out", _folder["site"], "--store", _folder["store"]]);
        Assert.Contains("0 computed", again.Output + again.Error, StringComparison.Ordinal);
        Assert.Contains("polarity: 3 stored, 0 to compute\n", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("polarity: 3 of 3", again.Error, StringComparison.Ordinal);
        Assert.Contains("0 new, 0 changed, 0 removed", again.Output + again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heads: [polarity/L0H9, polarity/L0H0]", "IZV1059", "The model 'polarity' has no head 'L0H9'. Its heads are L0H0 to L2H3.")]
    [InlineData("layers: [polarity/encoder.0, polarity/encoder.7]", "IZV1059", "The model 'polarity' has no layer 'encoder.7'. Did you mean 'encoder.0'?")]
    public async Task What_a_model_does_not_have_is_said_where_it_was_written(string what, string code, string message)
    {
        Write($"comparisons: [ {{ id: x, {what} }} ]\n", "shown");
        var run = await Tool.RunAsync(["check", _folder["site.yml"]]);
        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("site.yml(20,", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static JsonDocument Twin(string site, string id) => JsonDocument.Parse(File.ReadAllText(Path.Combine(site, "comparisons", id, "page.json")));

    private async Task<string> BuildAsync(string more, string privacy)
    {
        Write(more, privacy);
        var run = await Tool.RunAsync(["build", _folder["site.yml"], "--out", _folder["site"], "--store", _folder["store"]]);
        Assert.True(run.Exit == ExitCode.Done, run.Error);
        return _folder["site"];
    }

    private void Write(string more, string privacy)
    {
        foreach (var model in (string[])["polarity", "polarity-int8", "induction/step-0000", "induction/step-0700", "induction/seed-1", "induction/seed-2"])
        {
            DemoModel.Copy(model, _folder, $"models/{model}");
        }

        _folder.Write("reviews.jsonl", "{\"id\":\"row-a\",\"text\":\"the plot was dull\"}\n{\"id\":\"row-b\",\"text\":\"we loved the wine\"}\n{\"id\":\"row-c\",\"text\":\"the soup was not good\"}\n");
        _folder.Write("words.jsonl", string.Concat(((string[])["mink koi lion deer mink koi lion deer", "koi deer mink lion koi deer mink lion", "lion mink deer koi lion mink deer koi", "deer lion koi mink deer lion koi mink"]).Select((text, i) => $"{{\"id\":\"row-a{i}\",\"text\":\"{text}\"}}\n")));
        _folder.Write("site.yml", $$"""
            title: T
            models:
              - { id: polarity, path: models/polarity }
              - { id: polarity-int8, path: models/polarity-int8 }
              - { id: steps, checkpoints: { pattern: "models/induction/step-*" } }
              - { id: seeds, repeats: { pattern: "models/induction/seed-*" } }
            datasets:
              - id: reviews
                path: reviews.jsonl
                columns: { id: id, text: text }
                privacy: {{privacy}}
              - id: words
                path: words.jsonl
                columns: { id: id, text: text }
                privacy: {{privacy}}
            galleries:
              - { models: [polarity, polarity-int8], slices: reviews, examples: 1 }
              - { models: [steps, seeds], slices: words, examples: 1 }

            {{more}}
            """);
    }
}

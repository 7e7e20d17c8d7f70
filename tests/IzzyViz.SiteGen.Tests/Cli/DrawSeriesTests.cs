using System.Collections.Immutable;
using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class DrawSeriesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_head_of_every_layer_is_the_figure_that_is_drawn_of_it_alone()
    {
        var data = Capture(layers: 3, heads: 2);
        var run = await Tool.RunAsync("draw", "self-attention", data, "-o", At("L{layer}H{head}.svg"), "--data", At("{map}.json"), "--title", "{layer}/{head}");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Equal(["L0H0.svg", "L0H1.svg", "L1H0.svg", "L1H1.svg", "L2H0.svg", "L2H1.svg"], Written("*.svg"));
        Assert.Equal(["0.json", "1.json", "2.json", "3.json", "4.json", "5.json"], Written("*.json"));

        await Tool.RunAsync("draw", "self-attention", data, "--tensor", "encoder.2", "--head", "1", "-o", At("one.svg"), "--data", At("one.json"), "--title", "2/1");
        Assert.Equal(await ReadAsync("one.svg"), await ReadAsync("L2H1.svg"));
        Assert.Equal(await ReadAsync("one.json"), await ReadAsync("5.json"));
        Assert.NotEqual(await ReadAsync("L2H1.svg"), await ReadAsync("L2H0.svg"));
    }

    [Fact]
    public async Task Heads_that_were_chosen_keep_their_numbers_and_name_the_figure()
    {
        var run = await Tool.RunAsync("draw", "regions", Capture(layers: 3, heads: 4), "--tensor", "encoder.1", "--head", "3", "--head", "0", "-o", At("maps/new/{layer}-{head}.svg"));
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Equal(["1-0.svg", "1-3.svg"], Written("*.svg"));
        Assert.Contains("layer 1, head 3", await ReadAsync("maps/new/1-3.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maps_that_would_go_to_one_file_are_refused_and_nothing_is_written()
    {
        var run = await Tool.RunAsync("draw", "self-attention", Capture(layers: 2, heads: 2), "-o", At("{head}.svg"));
        Assert.Contains("IZV5121", run.Error, StringComparison.Ordinal);
        Assert.Empty(Written("*.svg"));
    }

    [Theory]
    [InlineData("self-attention", "{haed}.svg", null, "'{haed}' is none of {layer}, {head}, {map}")]
    [InlineData("comparison", "{head}.svg", null, "is drawn from two maps")]
    [InlineData("self-attention", "{head}.svg", "numbers.json", "not as many files")]
    [InlineData("self-attention", "one.svg", "{head}.json", "not as many files")]
    public async Task Places_that_make_no_sense_are_a_mistake_of_usage(string kind, string path, string? numbers, string said)
    {
        string[] more = numbers is null ? [] : ["--data", At(numbers)];
        var run = await Tool.RunAsync(["draw", kind, Capture(layers: 1, heads: 2), "-o", At(path), .. more]);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    /// <summary>Layers of heads over three tokens, all different.</summary>
    private string Capture(int layers, int heads)
    {
        var tensors = Enumerable.Range(0, layers).ToImmutableSortedDictionary(l => $"encoder.{l}", l => Layer(l, heads), StringComparer.Ordinal);
        using var file = File.Create(At("capture.safetensors"));
        SafetensorsWriter.Write(file, new(tensors, ImmutableSortedDictionary<string, string>.Empty));
        return file.Name;
    }

    private static Tensor Layer(int layer, int heads)
    {
        var rows = Enumerable.Range(0, heads * 3).Select(row => (First: 0.1f + (0.05f * ((layer * 4) + (row % 7))), Row: row));
        return Tensor.Of((float[])[.. rows.SelectMany(r => new[] { r.First, (1 - r.First) / 4, (1 - r.First) * 3 / 4 })], 1, heads, 3, 3);
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private IEnumerable<string> Written(string pattern) => Directory.EnumerateFiles(_folder.Path, pattern, SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(At(name), TestContext.Current.CancellationToken);
}

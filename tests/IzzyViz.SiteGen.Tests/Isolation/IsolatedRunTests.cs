using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Runs;
using IzzyViz.Analysis.Statistics;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Isolation;
using IzzyViz.SiteGen.Tests.Cli;
using IzzyViz.SiteGen.Tests.Reviewing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Isolation;

public sealed class IsolatedRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_site_has_the_same_bytes_with_and_without_isolation()
    {
        using var project = new SmallProject();
        var inside = await project.BuildAsync("inside", "--no-isolate");
        Directory.Delete(project.Store, recursive: true);
        var outside = await project.BuildAsync("outside", "--isolate");

        var files = Directory.GetFiles(inside, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(inside, f)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(files, Directory.GetFiles(outside, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(outside, f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(inside, f)), File.ReadAllBytes(Path.Combine(outside, f))));
    }

    [Theory]
    [InlineData("--text", "quotes \" and\nlines, --no-isolate and é")]
    [InlineData("--text=-v")]
    public async Task A_capture_has_the_same_bytes_with_and_without_isolation(params string[] arguments)
    {
        foreach (var option in (string[])["--isolate", "--no-isolate"])
        {
            var run = await Tool.RunAsync(["capture", Model("polarity"), .. arguments, "--out", _folder[option], option]);
            Assert.True(run.Exit == ExitCode.Done, run.Error);
        }

        Assert.Equal(await File.ReadAllBytesAsync(_folder["--no-isolate"], TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(_folder["--isolate"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--text", "good", "--layers", "70")]
    [InlineData("--inputs", "nothing.safetensors")]
    [InlineData("--text", "good", "--target", "bad")]
    public async Task What_is_found_is_said_alike_with_and_without_isolation(params string[] arguments)
    {
        var inside = await Tool.RunAsync(["capture", Model("polarity"), "--out", _folder["a"], "--no-isolate", "--log-format", "json", .. arguments]);
        var outside = await Tool.RunAsync(["capture", Model("polarity"), "--out", _folder["a"], "--log-format", "json", .. arguments]);

        Assert.Equal(inside, outside);
        Assert.Contains("IZV", outside.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Isolating_and_not_isolating_exclude_each_other() =>
        Assert.Equal(ExitCode.Usage, (await Tool.RunAsync("capture", Model("polarity"), "--text", "a", "--out", _folder["a"], "--isolate", "--no-isolate")).Exit);

    [Fact]
    public async Task A_lost_process_names_the_example_and_the_next_run_starts_another()
    {
        using var process = new ModelProcess();
        using var runtime = new IsolatedRuntime(DemoModel("polarity"), process);
        var bag = new DiagnosticBag();
        Assert.NotNull(await Analyse(runtime, "first", bag));
        process.Child.Kill();

        var crash = await Assert.ThrowsAsync<ModelCrashException>(() => Analyse(runtime, "second", bag));

        Assert.StartsWith("at example 'second': ", crash.Ending, StringComparison.Ordinal);
        Assert.Equal("rows.jsonl(7)", crash.Diagnostic.Location.ToString());
        Assert.NotNull(await Analyse(runtime, "third", bag));
        Assert.Empty(bag.Items);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<ComputedExample?> Analyse(IsolatedRuntime runtime, string id, DiagnosticBag bag)
    {
        var example = new Example { Id = id, Text = "a good film", ContentHash = id, Location = new("rows.jsonl", 7) };
        return await runtime.AnalyseAsync(new(example, StatisticCatalogue.All, KeepsMaps: false), bag, TestContext.Current.CancellationToken);
    }

    private static string Model(string name) => Path.Combine(Repository.Folder, "models", name);

    private static RunModel DemoModel(string name)
    {
        var folder = ModelFolder.Find(Model(name), null, new())!;
        return new(name, folder, ModelReader.Inspect(folder, new())!, "", new() { Threads = 1 });
    }
}

using System.Globalization;
using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Isolation;

/// <summary>What is left when a process is lost: the tool's own, or the one in which a model runs.</summary>
public sealed class LostProcessTests : IDisposable
{
    private const string Linux = "processes are looked up in /proc";
    private const int Rows = 4000;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("TERM", "IZV4502", "signal 15 (asked to end)")]
    [InlineData("KILL", "IZV4503", "signal 9 (killed)")]
    public async Task A_model_that_takes_its_process_down_costs_its_own_run_and_nothing_else(string signal, string code, string ending)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), Linux);
        WriteProject();
        using var tool = new RunningTool("build", _folder["site.yml"], "--out", _folder["site"], "--store", _folder["store"]);

        RunningTool.Signal(await WorkingChildAsync(tool), signal);

        var result = await tool.EndAsync();
        Assert.Equal(code == "IZV4503" ? ExitCode.OutputFailed : ExitCode.InvalidInput, result.Exit);
        Assert.Contains($"error {code}", result.Error, StringComparison.Ordinal);
        Assert.Contains("rows.jsonl(", result.Error, StringComparison.Ordinal);
        var lost = await File.ReadAllTextAsync(_folder["site/models/crashing/index.html"], TestContext.Current.CancellationToken);
        Assert.Contains(ending, lost, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site/models/crashing/encoder.0"]));
        Assert.True(Directory.Exists(_folder["site/models/sound/encoder.0"]));
        Assert.NotEqual(0, StoredResults());
    }

    [Fact]
    public async Task A_graph_that_ends_the_runtimes_native_code_is_an_error_of_its_model_in_a_build()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), Linux);
        WriteProject();
        CrashingModel.Spoil(_folder["models/polarity/model.onnx"]);
        DemoModel.Copy("polarity", _folder, "models/good");
        await File.WriteAllTextAsync(_folder["site.yml"], (await File.ReadAllTextAsync(_folder["site.yml"], TestContext.Current.CancellationToken))
            .Replace("id: sound, path: models/polarity", "id: sound, path: models/good", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        using var tool = new RunningTool("build", _folder["site.yml"], "--out", _folder["site"], "--store", _folder["store"]);

        var result = await tool.EndAsync();

        Assert.Equal(ExitCode.InvalidInput, result.Exit);
        Assert.Contains("error IZV4502", result.Error, StringComparison.Ordinal);
        Assert.Contains(", its first: signal 8 (arithmetic fault)", await File.ReadAllTextAsync(_folder["site/models/crashing/index.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(Directory.Exists(_folder["site/models/sound/encoder.0"]));
    }

    [Fact]
    public async Task A_graph_that_ends_the_runtimes_native_code_is_an_error_of_a_capture_that_writes_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), Linux);
        DemoModel.Copy("polarity", _folder, "models/polarity");
        CrashingModel.Spoil(_folder["models/polarity/model.onnx"]);
        using var tool = new RunningTool("capture", _folder["models/polarity"], "--text", "a good film", "--out", _folder["out.safetensors"]);

        var result = await tool.EndAsync();

        Assert.Equal(ExitCode.InvalidInput, result.Exit);
        Assert.Contains("ended while it was captured: signal 8 (arithmetic fault)", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.safetensors"]));
    }

    [Fact]
    public async Task An_interrupt_of_the_tool_alone_ends_the_models_process_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), Linux);
        Assert.SkipWhen(RunningTool.InheritsIgnoredInterrupts(), "started in the background of a shell, whose processes ignore interrupts");
        WriteProject();
        using var tool = new RunningTool("build", _folder["site.yml"], "--out", _folder["site"], "--store", _folder["store"]);
        var child = await WorkingChildAsync(tool);

        RunningTool.Signal(tool.Id, "INT");

        Assert.Equal(ExitCode.Interrupted, (await tool.EndAsync()).Exit);
        await GoneAsync(child);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    [Fact]
    public async Task A_tool_that_is_killed_leaves_no_process_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), Linux);
        WriteProject();
        using var tool = new RunningTool("build", _folder["site.yml"], "--out", _folder["site"], "--store", _folder["store"]);
        var child = await WorkingChildAsync(tool);

        RunningTool.Signal(tool.Id, "KILL");

        await tool.EndAsync();
        await GoneAsync(child);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The model's process, once it has given results and has more to do.</summary>
    private async Task<int> WorkingChildAsync(RunningTool tool)
    {
        var child = await tool.ChildAsync();
        while (RunningTool.IsRunning(child) && StoredResults() < 3)
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        Assert.True(RunningTool.IsRunning(child), "the tool ran the model in no process of its own, or ended before it could be stopped");
        return child;
    }

    /// <summary>Returns when the process is gone; the test's own time limit is the other end.</summary>
    private static async Task GoneAsync(int process)
    {
        while (RunningTool.IsRunning(process))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private int StoredResults() => Directory.Exists(_folder["store"]) ? Directory.EnumerateFiles(_folder["store"], "*", SearchOption.AllDirectories).Count() : 0;

    private void WriteProject()
    {
        DemoModel.Copy("polarity", _folder, "models/polarity");
        _folder.Write("rows.jsonl", string.Concat(Enumerable.Range(0, Rows).Select(r => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"r{{r}}","text":"film number {{r}} was good"}""") + "\n")));
        _folder.Write("few.jsonl", """{"id":"a","text":"a good film"}""");
        _folder.Write("site.yml", """
            title: Lost
            models:
              - { id: crashing, path: models/polarity }
              - { id: sound, path: models/polarity, trusted: true }
            datasets:
              - { id: rows, path: rows.jsonl, columns: { id: id, text: text } }
              - { id: few, path: few.jsonl, columns: { id: id, text: text } }
            galleries:
              - { models: crashing, slices: rows, examples: 1 }
              - { models: sound, slices: few, examples: 1 }
            """);
    }
}

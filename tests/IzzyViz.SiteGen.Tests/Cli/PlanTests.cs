using System.Text.Json;
using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Cli.Sites;
using IzzyViz.SiteGen.Tests.Planning;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class PlanTests
{
    [Fact]
    public async Task Runs_are_a_table_on_stdout()
    {
        using var folder = Site();
        var run = await Tool.RunAsync("plan", folder.Path);

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal(
            """
            model  slice       examples  pages  figures
            tiny   rows/first  up to 5   8      table-lens, all-heads
            tiny   rows/rest   all       8      table-lens, all-heads

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task What_the_store_has_already_is_counted()
    {
        using var folder = new TempFolder();
        folder.Write("site.yml", "title: T\nmodels: [ { id: tiny, path: tiny } ]\ndatasets: [ { id: rows, path: rows.txt } ]\ngalleries: [ { examples: 1 } ]\n");
        folder.Write("rows.txt", "The plot was not dull.\nThe film was good.\n");
        DemoModel.Copy("polarity", folder, "tiny");
        string[] plan = ["plan", folder.Path, "--store", folder["store"], "--json"];

        Assert.Equal((2, 0), Costs(await Tool.RunAsync(plan)));

        await Tool.RunAsync("build", folder.Path, "--store", folder["store"], "-o", folder["site"]);
        folder.Write("rows.txt", "The plot was not dull.\nThe film was bad.\n");
        Assert.Equal((2, 1), Costs(await Tool.RunAsync(plan)));
    }

    [Fact]
    public async Task Json_holds_the_same()
    {
        using var folder = Site();
        using var json = JsonDocument.Parse((await Tool.RunAsync("plan", folder.Path, "--only", "tiny/first", "--json")).Output);

        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("rows/first", run.GetProperty("slice").GetString());
        Assert.Equal(5, run.GetProperty("take").GetInt32());
    }

    [Fact]
    public void Costs_are_shown_where_they_are_known()
    {
        using var site = new PlannedProject();
        var runs = site.Plan("title: T\n" + PlannedProject.Models + PlannedProject.Datasets + PlannedProject.Galleries).Runs;

        Assert.Equal(
            """
            model  slice          examples  stored  time      bytes  pages  figures
            tiny   reviews/short  40        10      00:01:30  2048   8      table-lens, all-heads
            tiny   reviews/long   all                                8      table-lens, all-heads

            """.ReplaceLineEndings("\n"),
            PlanText.Table([new PlannedRun(runs[0], new RunEstimate(40, 10, TimeSpan.FromSeconds(90), 2048)), new PlannedRun(runs[1], null)]));
    }

    [Fact]
    public async Task A_wrong_filter_is_invalid_input()
    {
        using var folder = Site();
        var run = await Tool.RunAsync("plan", folder.Path, "--only", "tine");

        Assert.Equal((ExitCode.InvalidInput, ""), (run.Exit, run.Output));
        Assert.Contains("Did you mean 'tiny'?", run.Error, StringComparison.Ordinal);
    }

    private static (int Examples, int Stored) Costs(ToolRun run)
    {
        using var json = JsonDocument.Parse(run.Output);
        var only = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        return (only.GetProperty("examples").GetInt32(), only.GetProperty("stored").GetInt32());
    }

    private static TempFolder Site()
    {
        var folder = new TempFolder();
        folder.Write("tiny.onnx", "");
        folder.Write("rows.txt", "");
        folder.Write("site.yml", "title: T\nmodels: [ { id: tiny, path: tiny.onnx } ]\n"
            + "datasets: [ { id: rows, path: rows.txt, slices: [ { id: first, take: 5 }, { id: rest } ] } ]\ngalleries: [ { } ]\n");
        return folder;
    }
}

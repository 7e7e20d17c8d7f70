using IzzyViz.SiteGen.Cli;
using IzzyViz.SiteGen.Tests.Cli;

namespace IzzyViz.SiteGen.Tests.Reviewing;

public sealed class BuildWithBaseTests
{
    [Fact]
    public async Task A_build_with_a_base_carries_its_review_and_says_the_verdict_at_home()
    {
        using var project = new SmallProject();
        var older = await project.BuildAsync("one");
        project.Rows = SmallProject.Reviews[1..];
        var newer = await project.BuildAsync("two", "--base", older);

        Assert.Contains("1 change since the baseline", await ReadAsync(newer, "index.html"), StringComparison.Ordinal);
        Assert.Contains("1 removed; 3 rows unchanged.", await ReadAsync(newer, "review/index.html"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(older, "review")));
    }

    [Fact]
    public async Task Another_base_changes_the_review_and_no_base_removes_it()
    {
        using var project = new SmallProject();
        var older = await project.BuildAsync("one");
        project.Rows = SmallProject.Reviews[1..];
        var newer = await project.BuildAsync("two", "--base", older);
        await project.BuildAsync("two", "--base", newer);
        Assert.Contains("0 changes since the baseline", await ReadAsync(newer, "index.html"), StringComparison.Ordinal);

        await project.BuildAsync("two");
        Assert.False(Directory.Exists(Path.Combine(newer, "review")));
        Assert.DoesNotContain("baseline", await ReadAsync(newer, "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_is_no_build_is_refused_before_anything_runs()
    {
        using var project = new SmallProject();
        await project.BuildAsync("one");
        var run = await Tool.RunAsync("build", project["site.yml"], "--out", project["two"], "--store", project["fresh"], "--base", project["models"]);

        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("IZV8101", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(project["two"]));
        Assert.False(Directory.Exists(project["fresh"]));
    }

    [Fact]
    public async Task Rows_of_a_hidden_dataset_are_matched_and_never_named()
    {
        using var project = new SmallProject { Privacy = "hidden" };
        var older = await project.BuildAsync("one");
        project.Rows = ["""{"id":"secret","text":"nobody may read this"}""", .. SmallProject.Reviews];
        var newer = await project.BuildAsync("two", "--base", older);
        var run = await project.DiffAsync(older, newer, "--out", project["review"], "--markdown", project["r.md"], "--json", project["r.json"]);

        Assert.Equal((ExitCode.Done, "1 changes\n"), (run.Exit, run.Output));
        string[] pages = [await ReadAsync(newer, "review/index.html"), await ReadAsync(project["review"], "index.html")];
        Assert.All(pages, p => Assert.Contains("1 added; 4 rows unchanged.", p, StringComparison.Ordinal));
        await AssertNowhereAsync("secret", newer, project["review"], project["r.md"], project["r.json"]);
        await AssertNowhereAsync("nobody may", newer, project["review"], project["r.md"], project["r.json"]);
    }

    [Fact]
    public async Task A_dataset_that_is_hidden_from_now_on_is_not_named_by_its_base_either()
    {
        using var project = new SmallProject();
        var older = await project.BuildAsync("one");
        (project.Privacy, project.Rows) = ("hidden", SmallProject.Reviews[1..]);
        var newer = await project.BuildAsync("two", "--base", older);
        var run = await project.DiffAsync(older, newer, "--out", project["review"], "--markdown", project["r.md"], "--json", project["r.json"]);

        Assert.Equal("1 changes\n", run.Output);
        await AssertNowhereAsync("plot was not good", newer, project["review"], project["r.md"], project["r.json"]);
    }

    private static async Task AssertNowhereAsync(string text, params string[] places)
    {
        foreach (var file in places.SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories) : [p]))
        {
            Assert.DoesNotContain(text, file + await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static Task<string> ReadAsync(string site, string page) => File.ReadAllTextAsync(Path.Combine(site, page), TestContext.Current.CancellationToken);
}

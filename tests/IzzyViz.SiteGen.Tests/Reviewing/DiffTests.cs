using System.Text.Json;
using AngleSharp.Html.Parser;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Reviewing;

/// <summary>Two real builds and what <c>diff</c> says of them.</summary>
public sealed class DiffTests
{
    private const string StrictGate = """
        review:
          gates:
            - { statistic: normalized-entropy, change: 0.0005, slices: rows }
        """;

    [Fact]
    public async Task The_same_build_twice_has_no_changes()
    {
        using var project = new SmallProject { More = StrictGate };
        var run = await project.DiffAsync(await project.BuildAsync("one"), await project.BuildAsync("two"));

        Assert.Equal((ExitCode.Done, "0 changes\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public async Task Changed_rows_are_no_behaviour_of_the_model()
    {
        using var project = new SmallProject();
        var older = await project.BuildAsync("one");
        project.Rows = [.. SmallProject.Reviews[..2], SmallProject.Reviews[2].Replace("dull", "fine", StringComparison.Ordinal), """{"id":"e","text":"never boring"}"""];
        var run = await project.DiffAsync(older, await project.BuildAsync("two"), "--json", project["r.json"], "--markdown", project["r.md"]);

        Assert.Equal((ExitCode.Done, "3 changes\n"), (run.Exit, run.Output));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(project["r.json"], TestContext.Current.CancellationToken));
        var review = report.RootElement.GetProperty("runs")[0];
        Assert.Equal(["e", "d", "c"], Ids("added").Concat(Ids("removed")).Concat(Ids("edited")));
        Assert.Empty(review.GetProperty("heads").EnumerateArray());
        Assert.Empty(review.GetProperty("provenance").EnumerateArray());
        Assert.Equal(0, review.GetProperty("outputs").GetProperty("changed").GetInt32());
        Assert.NotEmpty(review.GetProperty("rowEffects").EnumerateArray());
        var markdown = await File.ReadAllLinesAsync(project["r.md"], TestContext.Current.CancellationToken);
        Assert.StartsWith("**3 changes, no gates**", markdown[0], StringComparison.Ordinal);
        Assert.InRange(markdown.Length, 3, 15);

        IEnumerable<string> Ids(string verb) => review.GetProperty("rows").GetProperty(verb).EnumerateArray().Select(r => r.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task Another_model_flips_answers_and_moves_heads()
    {
        using var project = new SmallProject { Model = "models/early", Rows = SmallProject.Words };
        project.AddModel("induction/step-0000", "models/early");
        project.AddModel("induction/step-1000", "models/late");
        var older = await project.BuildAsync("one");
        project.Model = "models/late";
        var run = await project.DiffAsync(older, await project.BuildAsync("two"), "--json", project["r.json"]);

        Assert.Equal(ExitCode.Done, run.Exit);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(project["r.json"], TestContext.Current.CancellationToken));
        var review = report.RootElement.GetProperty("runs")[0];
        Assert.Contains("model", review.GetProperty("provenance").EnumerateArray().Select(p => p.GetProperty("key").GetString()));
        Assert.Equal(3, review.GetProperty("rows").GetProperty("unchanged").GetInt32());
        var flips = review.GetProperty("outputs").GetProperty("flips").EnumerateArray().ToList();
        Assert.NotEmpty(flips);
        Assert.All(flips, f => Assert.NotEqual(f.GetProperty("before").GetString(), f.GetProperty("after").GetString()));
        var effects = review.GetProperty("heads").EnumerateArray().Select(h => h.GetProperty("effect").GetDouble()).ToList();
        Assert.NotEmpty(effects);
        Assert.Equal(effects.OrderDescending(), effects);
    }

    [Fact]
    public async Task A_gate_that_is_passed_is_named_at_its_line_and_ends_with_4()
    {
        using var project = new SmallProject { More = StrictGate };
        var older = await project.BuildAsync("one");
        project.Rows = SmallProject.Reviews[1..];
        var newer = await project.BuildAsync("two");
        var run = await project.DiffAsync(older, newer, "--manifest", project["site.yml"], "--out", project["review"], "--markdown", project["r.md"]);

        Assert.Equal((ExitCode.GateFailed, "1 changes\n"), (run.Exit, run.Output));
        Assert.Equal(ExitCode.GateFailed, (await project.DiffAsync(older, newer)).Exit);
        var line = Array.FindIndex(await File.ReadAllLinesAsync(project["site.yml"], TestContext.Current.CancellationToken), l => l.Contains("statistic:", StringComparison.Ordinal)) + 1;
        Assert.Contains($"site.yml({line},", run.Error, StringComparison.Ordinal);
        Assert.Contains("IZV8001", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("**1 change, 1 of 1 gate failed**", await File.ReadAllTextAsync(project["r.md"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(project["review/index.html"]));
    }

    [Fact]
    public async Task A_gate_that_the_newer_side_loosened_is_reported()
    {
        using var project = new SmallProject { More = StrictGate };
        var older = await project.BuildAsync("one");
        project.More = StrictGate.Replace("0.0005", "0.5", StringComparison.Ordinal);
        var run = await project.DiffAsync(older, await project.BuildAsync("two"));

        Assert.Equal((ExitCode.Done, "1 changes\n"), (run.Exit, run.Output));
        Assert.Contains("IZV8002", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_is_a_build_too()
    {
        using var project = new SmallProject();
        await project.BuildAsync("one");
        Directory.CreateDirectory(project["old"]);
        Directory.Move(Path.Combine(project.Store, "data"), project["old/data"]);
        project.Rows = SmallProject.Reviews[1..];
        var newer = await project.BuildAsync("two");

        Assert.Equal("1 changes\n", (await project.DiffAsync(project["old"], newer)).Output);
        Assert.Equal("0 changes\n", (await project.DiffAsync(project.Store, newer)).Output);
        var page = await project.DiffAsync(project["old"], project.Store, "--out", project["review"]);
        Assert.Equal((ExitCode.Done, "1 changes\n"), (page.Exit, page.Output));
    }

    [Fact]
    public async Task A_broken_build_is_refused()
    {
        using var project = new SmallProject();
        var site = await project.BuildAsync("one");
        var table = Directory.EnumerateFiles(Path.Combine(site, "data"), "*.runtable", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(table, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(table, bytes[..^20], TestContext.Current.CancellationToken);
        var truncated = await project.DiffAsync(site, project.Store);
        var empty = await project.DiffAsync(project["models"], project.Store);

        Assert.Equal((ExitCode.InvalidInput, ""), (truncated.Exit, truncated.Output));
        Assert.Contains(Path.GetFileName(table), truncated.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InvalidInput, empty.Exit);
        Assert.Contains("IZV8101", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_stands_alone_and_its_links_lead_into_the_newer_site()
    {
        using var project = new SmallProject();
        var older = await project.BuildAsync("one");
        project.Rows = [.. SmallProject.Reviews[1..], """{"id":"e","text":"never boring"}"""];
        await project.DiffAsync(older, await project.BuildAsync("two"), "--out", project["a/review"], "--markdown", project["notes/r.md"]);

        var folder = project["a/review"];
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(folder, "index.html"), TestContext.Current.CancellationToken));
        var links = page.QuerySelectorAll("a[href],link[href],script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Where(l => l[0] != '#').ToList();
        Assert.All(links, l => Assert.True(File.Exists(Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(l)))), l));
        Assert.Contains("../../two/models/m/index.html", links);
        Assert.Contains("page.json", links);
        Assert.StartsWith("2 changes since the baseline", page.QuerySelector("p.lead")!.TextContent, StringComparison.Ordinal);
        var markdown = await File.ReadAllTextAsync(project["notes/r.md"], TestContext.Current.CancellationToken);
        Assert.Contains("(../two/models/m/", markdown, StringComparison.Ordinal);
        Assert.Contains("[The whole review](../a/review/index.html)", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_with_an_address_is_linked_by_it_in_markdown()
    {
        using var project = new SmallProject { More = "url: https://example.org/gallery" };
        var older = await project.BuildAsync("one");
        project.Rows = SmallProject.Reviews[1..];
        await project.DiffAsync(older, await project.BuildAsync("two"), "--manifest", project["site.yml"], "--markdown", project["r.md"]);

        Assert.Contains("(https://example.org/gallery/models/m/", await File.ReadAllTextAsync(project["r.md"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_is_never_replaced_by_its_review()
    {
        using var project = new SmallProject();
        var site = await project.BuildAsync("one");
        var run = await project.DiffAsync(site, site, "--out", site);

        Assert.Equal((ExitCode.InvalidInput, ""), (run.Exit, run.Output));
        Assert.Contains("IZV8103", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(site, "models", "m", "index.html")));
    }
}

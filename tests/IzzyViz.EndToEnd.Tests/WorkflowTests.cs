using IzzyViz.SiteGen.Cli.Starting;
using IzzyViz.Testing;

namespace IzzyViz.EndToEnd.Tests;

public sealed class WorkflowTests
{
    [Theory]
    [InlineData("ci.yml")]
    [InlineData("gallery.yml")]
    public async Task A_workflow_fits_the_published_schema(string name)
    {
        var result = await ValidateAsync(Path.Combine(Repository.Folder, ".github", "workflows", name));

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public async Task The_workflow_that_init_writes_fits_too()
    {
        using var folder = new TempFolder();
        var result = await ValidateAsync(folder.Write("gallery.yml", StarterWorkflow.Workflow.Text));

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public async Task A_misspelt_key_does_not_fit()
    {
        using var folder = new TempFolder();
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, ".github", "workflows", "ci.yml"), TestContext.Current.CancellationToken);
        var path = folder.Write("ci.yml", text.Replace("runs-on:", "runs-onn:", StringComparison.Ordinal));

        var result = await ValidateAsync(path);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("runs-onn", result.Output + result.Error, StringComparison.Ordinal);
    }

    private static async Task<Command> ValidateAsync(string workflow)
    {
        var script = Path.Combine(Repository.Folder, "tests", "workflows", "node_modules", "@action-validator", "cli", "cli.mjs");
        var node = Command.Find("node");
        Assert.SkipWhen(node is null || !File.Exists(script), "needs Node.js and `npm ci --prefix tests/workflows`");
        return await Command.RunAsync(node!, [script, workflow], Repository.Folder);
    }
}

using IzzyViz.Testing;

namespace IzzyViz.EndToEnd.Tests;

/// <summary>What a user of the package does, from the install to a review.</summary>
public sealed class PackedToolTests(PackedTool tool) : IClassFixture<PackedTool>
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void The_package_with_its_fonts_and_its_renderer_is_under_100_MB() => Assert.InRange(tool.PackageBytes, 1 * Megabyte, 100 * Megabyte);

    [Fact]
    public async Task A_manifest_of_ones_own_becomes_a_site_and_then_a_review()
    {
        using var folder = new TempFolder();
        await tool.InstallAsync(folder);
        WriteProject(folder, "The plot was not dull at all.");
        (await tool.RunAsync(folder, "tool", "run", "izzyviz-site", "check", "--strict")).Succeeded();

        (await tool.RunAsync(folder, "tool", "run", "izzyviz-site", "build")).Succeeded();

        Assert.True(File.Exists(folder["_site/index.html"]));
        Assert.True(File.Exists(folder["_site/models/polarity/encoder.2/0/index.html"]));
        Assert.Contains("The plot was not dull", await ReadAsync(folder["_site/slices/reviews/all/index.html"]), StringComparison.Ordinal);

        WriteProject(folder, "The plot was dull.");
        var second = (await tool.RunAsync(folder, "tool", "run", "izzyviz-site", "build", "--out", "_new")).Succeeded();
        Assert.Contains("3 examples, 1 computed", second.Error, StringComparison.Ordinal);
        var review = (await tool.RunAsync(folder, "tool", "run", "izzyviz-site", "diff", "_site", "_new", "--markdown", "review.md")).Succeeded();
        Assert.StartsWith("1 changes", review.Output, StringComparison.Ordinal);
        Assert.True((await File.ReadAllLinesAsync(folder["review.md"], TestContext.Current.CancellationToken)).Length <= 15);
    }

    private static void WriteProject(TempFolder folder, string edited)
    {
        folder.Write("rows.jsonl", $$"""
            {"id": "a", "text": "{{edited}}", "label": "positive"}
            {"id": "b", "text": "The wine was anything but stale.", "label": "positive"}
            {"id": "c", "text": "We loved the soup although the room was cold.", "label": "positive"}

            """);
        folder.Write("site.yml", $"""
            title: Mine
            models:
              - id: polarity
                path: {Path.Combine(Repository.Folder, "models", "polarity").Replace('\\', '/')}
            datasets:
              - id: reviews
                path: rows.jsonl
                columns: {"{"} id: id, text: text, label: label {"}"}
            galleries:
              - models: polarity
                examples: 1
            """);
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}

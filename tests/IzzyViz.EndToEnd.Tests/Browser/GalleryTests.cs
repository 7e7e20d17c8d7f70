using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IzzyViz.EndToEnd.Tests.Browser;

/// <summary>One page of every kind of a site that was built, wherever <c>IZZYVIZ_GALLERY</c> says it lies.</summary>
public sealed class GalleryTests(Chromium chromium)
{
    private const int MostBytes = 1_500_000;
    private const int MostElements = 12_000;

    [Fact]
    public async Task Every_kind_of_page_is_accessible_and_within_its_weight()
    {
        var folder = Environment.GetEnvironmentVariable("IZZYVIZ_GALLERY");
        Assert.SkipWhen(folder is null, "IZZYVIZ_GALLERY names no site.");
        foreach (var file in HeaviestOfEveryKind(folder!))
        {
            Assert.True(new FileInfo(file).Length < MostBytes, file);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await ExamineAsync(file, scheme);
            }
        }
    }

    private async Task ExamineAsync(string file, ColorScheme scheme)
    {
        // Axe is a script of the test's; the policy of the page would refuse it.
        var page = await chromium.OpenAsync(new() { BypassCSP = true, ColorScheme = scheme });
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        var result = await page.RunAxe();
        var elements = await page.EvaluateAsync<int>("document.querySelectorAll('*').length");
        await page.Context.CloseAsync();
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{file}: {v.Id}: {n.Html}")));
        Assert.True(elements < MostElements, $"{file} has {elements} elements");
    }

    // A kind is what a page's address begins with and how deep it lies: a model, a module and a head all are below "models".
    private static IEnumerable<string> HeaviestOfEveryKind(string folder) =>
        Directory.EnumerateFiles(Path.GetFullPath(folder), "*.html", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar) is var parts ? (parts[0], parts.Length) : default)
            .Select(kind => kind.OrderByDescending(file => new FileInfo(file).Length).ThenBy(file => file, StringComparer.Ordinal).First())
            .Order(StringComparer.Ordinal);
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IzzyViz.EndToEnd.Tests.Browser;

public sealed class AccessibilityTests(Chromium chromium, SampleSiteFolder site) : IClassFixture<SampleSiteFolder>
{
    public static TheoryData<string> Pages =>
    [
        "index.html",
        "models/index.html",
        "models/polarity/index.html",
        "models/polarity/structure/index.html",
        "models/polarity/encoder.1/index.html",
        "models/polarity/encoder.0/0/index.html",
        "slices/index.html",
        "slices/reviews/all/index.html",
        "slices/reviews/odd/index.html",
        "examples/polarity/reviews/all/r-000/index.html",
        "examples/induction/sequences/repeated/s-00/index.html",
        "examples/dates/dates/all/d-00/index.html",
        "definitions/index.html",
        "definitions/entropy/index.html",
        "docs/index.html",
        "docs/reading-maps/index.html",
        "provenance/index.html",
        "review/index.html",
        "models/walk/index.html",
        "comparisons/index.html",
        "comparisons/tokenizers/index.html",
        "comparisons/matched/index.html",
        "comparisons/heads/index.html",
        "comparisons/layers/index.html",
        "comparisons/walk/index.html",
        "comparisons/seeds/index.html",
        "404.html",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_serious_or_critical_finding_in_light(string page) => Assert.Empty(await FindingsAsync(page, new() { ColorScheme = ColorScheme.Light }));

    [Theory]
    [InlineData("index.html")]
    [InlineData("models/polarity/index.html")]
    [InlineData("examples/polarity/reviews/all/r-000/index.html")]
    [InlineData("comparisons/tokenizers/index.html")]
    [InlineData("comparisons/walk/index.html")]
    public async Task No_serious_or_critical_finding_in_dark(string page) => Assert.Empty(await FindingsAsync(page, new() { ColorScheme = ColorScheme.Dark }));

    [Theory]
    [InlineData("slices/reviews/all/index.html")]
    [InlineData("models/polarity/encoder.0/0/index.html")]
    [InlineData("comparisons/seeds/index.html")]
    public async Task No_serious_or_critical_finding_on_a_narrow_screen(string page) =>
        Assert.Empty(await FindingsAsync(page, new() { ViewportSize = new() { Width = 390, Height = 800 } }));

    private async Task<string[]> FindingsAsync(string name, BrowserNewContextOptions options)
    {
        // Axe is a script of the test's; the policy of the page would refuse it.
        options.BypassCSP = true;
        var page = await chromium.OpenAsync(options);
        await page.GotoAsync(site[name]);
        var result = await page.RunAxe();
        await page.Context.CloseAsync();
        return [.. result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))];
    }
}

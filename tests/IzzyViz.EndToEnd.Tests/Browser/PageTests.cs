using Microsoft.Playwright;

namespace IzzyViz.EndToEnd.Tests.Browser;

public sealed class PageTests(Chromium chromium, SampleSiteFolder site) : IClassFixture<SampleSiteFolder>
{
    private const string Example = "examples/polarity/reviews/all/r-000/index.html";

    public static TheoryData<string> Widths => ["index.html", "models/polarity/index.html", "models/polarity/encoder.0/0/index.html", "slices/reviews/all/index.html", Example, "definitions/entropy/index.html", "404.html"];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task From_disk_nothing_is_refused_missing_or_fetched_from_elsewhere(string name)
    {
        var page = await chromium.OpenAsync();
        var trouble = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { trouble.Add(message.Text); } };
        page.PageError += (_, error) => trouble.Add(error);
        page.RequestFailed += (_, request) => trouble.Add(request.Url);
        page.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) { trouble.Add(request.Url); } };
        await page.GotoAsync(site[name]);
        Assert.Empty(trouble);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task On_a_narrow_screen_only_pictures_and_tables_scroll_sideways(string name)
    {
        var page = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 800 } });
        await page.GotoAsync(site[name]);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Text_in_pictures_is_never_below_nine_pixels(string name)
    {
        foreach (var width in (int[])[390, 1100, 1400])
        {
            var page = await chromium.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
            await page.GotoAsync(site[name]);
            var smallest = await page.EvaluateAsync<double>(
                """
                Math.min(99, ...[...document.querySelectorAll('main svg text')].map(t => parseFloat(getComputedStyle(t).fontSize)
                    * t.ownerSVGElement.getBoundingClientRect().width / t.ownerSVGElement.viewBox.baseVal.width))
                """);
            Assert.True(smallest >= 9, $"{smallest} px at {width} px");
        }
    }

    [Fact]
    public async Task A_layers_table_fits_a_wide_screen_and_the_table_of_models_a_narrow_one()
    {
        var page = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        await page.GotoAsync(site["models/polarity/encoder.1/index.html"]);
        Assert.Equal(0, await CutAsync(page, ".scroll:has(> table)"));
        await page.SetViewportSizeAsync(390, 800);
        await page.GotoAsync(site["index.html"]);
        Assert.Equal(0, await CutAsync(page, ".scroll:has(> .models)"));
    }

    [Fact]
    public async Task What_scrolls_sideways_has_a_bar_that_stays()
    {
        var page = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 800 } });
        await page.GotoAsync(site["slices/reviews/all/index.html"]);
        Assert.NotEqual(0, await CutAsync(page, ".scroll"));
        Assert.Equal("8px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.scroll'), '::-webkit-scrollbar').height"));
    }

    [Fact]
    public async Task A_page_without_a_rail_has_the_whole_width()
    {
        var page = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        await page.GotoAsync(site.Review);
        Assert.Equal(0, await page.Locator("nav.rail").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').clientWidth > 1000"));
        await page.GotoAsync(site["review/index.html"]);
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').clientWidth > 1000"));
    }

    [Fact]
    public async Task The_text_font_is_the_site_s_own()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site["index.html"]);
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.ready.then(() => [...document.fonts].some(f => f.family === 'Inter' && f.status === 'loaded'))"));
    }

    [Fact]
    public async Task Without_script_the_pages_are_complete()
    {
        var page = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(site[Example]);
        await Assertions.Expect(page.Locator("#theme")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#search-open")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("answers “negative” with 93")).ToBeVisibleAsync();
        Assert.Equal(12, await page.Locator("#all-heads svg a").CountAsync());
    }

    [Fact]
    public async Task The_chosen_theme_is_remembered_on_the_next_page()
    {
        var page = await chromium.OpenAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync(site["index.html"]);
        var paper = await PaperAsync(page);
        await page.Locator("#theme").ClickAsync();
        await page.Locator("#theme").ClickAsync();
        await Assertions.Expect(page.Locator("#theme")).ToHaveTextAsync("Theme: dark");
        await page.GotoAsync(site[Example]);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.NotEqual(paper, await PaperAsync(page));
    }

    [Fact]
    public async Task A_slash_searches_and_enter_opens_the_first_hit()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site[Example]);
        await page.Keyboard.PressAsync("/");
        await page.Locator("#search input").FillAsync("cross.L1H2");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("dates / cross.L1H2");
    }

    [Fact]
    public async Task Arrow_keys_move_between_heads_and_layers()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site["models/polarity/encoder.0/0/index.html"]);
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("polarity / L0H1");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("polarity / L1H1");
    }

    [Fact]
    public async Task Pointing_at_a_token_marks_its_row_and_column_in_every_figure()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site[Example]);
        await page.Locator("[data-token='3']").HoverAsync();
        var figures = await page.Locator(".figure[data-row-side]").CountAsync();
        Assert.True(figures >= 2);
        await Assertions.Expect(page.Locator("rect.band")).ToHaveCountAsync(2 * figures);
        await Assertions.Expect(page.Locator(".token.lit")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_filter_leaves_the_rows_that_hold_the_words()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site["slices/reviews/all/index.html"]);
        await page.GetByLabel("Filter 36 rows").FillAsync("r-007");
        await Assertions.Expect(page.Locator("table.rows tbody tr:visible")).ToHaveCountAsync(1);
    }

    private static Task<int> CutAsync(IPage page, string what) =>
        page.EvaluateAsync<int>($"[...document.querySelectorAll('{what}')].filter(e => e.scrollWidth > e.clientWidth + 1).length");

    private static Task<string> PaperAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}

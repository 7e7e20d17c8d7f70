using IzzyViz.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace IzzyViz.EndToEnd.Tests.Browser;

/// <summary>One browser for the whole assembly; every test takes a context of its own. Absent where no Chromium is installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Path() is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page in a context of its own; the test is skipped where there is no browser.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "No Chromium on PATH, and IZZYVIZ_CHROMIUM names none.");
        var context = await _browser!.NewContextAsync(options ?? new());
        return await context.NewPageAsync();
    }

    private static string? Path() =>
        Environment.GetEnvironmentVariable("IZZYVIZ_CHROMIUM")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}

using System.Net;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Serving;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Serving;

public sealed class PreviewServerTests : IAsyncLifetime
{
    private readonly TempFolder _temp = new();
    private readonly ReloadSignal _reload = new();
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private PreviewServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _temp.Write("secret.txt", "outside");
        _temp.Write("site/index.html", "<meta content=\"default-src 'none'; style-src 'self'\"><body>home</body>");
        _temp.Write("site/models/index.html", "<body>models</body>");
        _temp.Write("site/404.html", "<body>nothing here</body>");
        _temp.Write("site/a.svg", "<svg/>");
        _temp.Write("site/.izzyviz-site.json", "{}");
        _server = await PreviewServer.StartAsync(_temp["site"], 0, _reload, Cancellation);
        _client.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _temp.Dispose();
    }

    [Fact]
    public async Task Pages_carry_the_reload_script_and_the_policy_lets_it_connect()
    {
        var html = await _client.GetStringAsync("/", Cancellation);
        Assert.Contains("<script src=\"/_izzyviz/reload.js\" defer></script></body>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; connect-src 'self';", html, StringComparison.Ordinal);
        Assert.Contains("EventSource", await _client.GetStringAsync("/_izzyviz/reload.js", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("_izzyviz", File.ReadAllText(_temp["site/index.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/models/", HttpStatusCode.OK, "text/html")]
    [InlineData("/a.svg", HttpStatusCode.OK, "image/svg+xml")]
    [InlineData("/none", HttpStatusCode.NotFound, "text/html")]
    [InlineData("/models/none/", HttpStatusCode.NotFound, "text/html")]
    [InlineData("/.izzyviz-site.json", HttpStatusCode.NotFound, "text/html")]
    [InlineData("/%2e%2e/secret.txt", HttpStatusCode.NotFound, "text/html")]
    [InlineData("/..%2fsecret.txt", HttpStatusCode.NotFound, "text/html")]
    [InlineData("/%2e%2e%2fsecret.txt", HttpStatusCode.NotFound, "text/html")]
    [InlineData("//etc/passwd", HttpStatusCode.NotFound, "text/html")]
    public async Task Files_of_the_site_are_served_and_no_others(string address, HttpStatusCode status, string type)
    {
        // A Uri of its own, because the usual one tidies dots away before they are sent.
        var uri = new Uri(_server.Address.ToString().TrimEnd('/') + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var response = await _client.GetAsync(uri, Cancellation);
        Assert.Equal((status, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("outside", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_its_slash_is_sent_on()
    {
        using var response = await _client.GetAsync("/models", Cancellation);
        Assert.Equal("/models/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await _client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public void It_listens_on_this_machine_alone() => Assert.Equal("127.0.0.1", _server.Address.Host);

    [Fact]
    public async Task Open_pages_are_told_to_reload()
    {
        using var response = await _client.GetAsync("/_izzyviz/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal("event: hello", await reader.ReadLineAsync(Cancellation));
        _reload.Send();
        while (await reader.ReadLineAsync(Cancellation) is { } line && line != "event: reload")
        {
            Assert.DoesNotContain("error", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_open_pages()
    {
        using var response = await _client.GetAsync("/_izzyviz/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await _server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_finding()
    {
        var error = await Assert.ThrowsAsync<DiagnosticException>(() => PreviewServer.StartAsync(_temp["site"], _server.Address.Port, _reload, Cancellation));
        Assert.Equal("IZV7010", error.Diagnostic.Code);
    }
}

using System.Security.Cryptography;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Fetching;
using IzzyViz.Testing;
using Microsoft.AspNetCore.Http;

namespace IzzyViz.Analysis.Tests.Fetching;

public sealed class ModelFetcherTests : IAsyncLifetime
{
    private const string Model = "onnx/model.onnx";

    private static readonly RemoteSource Pinned = new() { Repository = "owner/tiny", Revision = LoopbackHub.Commit, DeclaredAt = new SourceLocation("site.yml", 4, 5) };

    private readonly TempFolder _cache = new();
    private readonly DiagnosticBag _bag = new();
    private LoopbackHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await LoopbackHub.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _cache.Dispose();
    }

    [Fact]
    public async Task A_model_comes_with_its_data_config_and_tokenizer_and_nothing_else()
    {
        var model = await FetchAsync(Pinned);

        string[] expected = ["config.json", Model, "onnx/model.onnx_data", "tokenizer.json"];
        Assert.Equal((LoopbackHub.Commit, Model), (model.Commit, model.ModelFile));
        Assert.Equal(expected, FilesOf(model));
        Assert.All(expected, name => Assert.Equal(_hub.Files[name], File.ReadAllBytes(Path.Combine(model.Folder, name))));
        Assert.Empty(_bag.Items);
    }

    [Fact]
    public async Task What_is_in_the_cache_is_not_asked_for_again()
    {
        var first = await FetchAsync(Pinned);
        _hub.Requests.Clear();

        Assert.Equal(first, await FetchAsync(Pinned));
        Assert.Empty(_hub.Requests);
    }

    [Fact]
    public async Task A_file_that_lost_bytes_in_the_cache_is_fetched_again()
    {
        var model = await FetchAsync(Pinned);
        _hub.Requests.Clear();
        File.WriteAllText(Path.Combine(model.Folder, "tokenizer.json"), "{");

        await FetchAsync(Pinned);

        Assert.Equal(["tokenizer.json"], _hub.Requests.Where(r => r.Contains(" file ", StringComparison.Ordinal)).Select(r => r.Split(' ')[2]));
        Assert.Equal(_hub.Files["tokenizer.json"], File.ReadAllBytes(Path.Combine(model.Folder, "tokenizer.json")));
    }

    [Fact]
    public async Task A_branch_is_resolved_once_and_the_commit_to_pin_is_told()
    {
        await FetchAsync(Pinned with { Revision = "main" });
        var again = await FetchAsync(Pinned with { Revision = "main" });

        Assert.Equal(1, _hub.Requests.Count(r => r.Contains(" list ", StringComparison.Ordinal)));
        Assert.Equal(LoopbackHub.Commit, again.Commit);
        Assert.All(_bag.Items, d => Assert.Equal(("IZV9110", Severity.Warning), (d.Code, d.Severity)));
        Assert.Contains($"revision: {LoopbackHub.Commit}", _bag.Items[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_is_taken_up_where_it_broke()
    {
        var progress = new ProgressRecorder();
        _hub.Interruptions.Enqueue((100_000, progress.Reaches(100_000)));
        _hub.Interruptions.Enqueue((50_000, progress.Reaches(150_000)));

        var model = await FetchAsync(Pinned, progress: progress);

        Assert.Equal(_hub.Files[Model], File.ReadAllBytes(Path.Combine(model.Folder, Model)));
        Assert.Contains($"storage file {Model} bytes=100000-", _hub.Requests);
        Assert.Contains($"storage file {Model} bytes=150000-", _hub.Requests);
    }

    [Fact]
    public async Task A_fetch_that_was_given_up_goes_on_in_the_next_run()
    {
        var (before, progress) = (new ProgressRecorder(), new ProgressRecorder());
        _hub.Interruptions.Enqueue((100_000, before.Reaches(100_000)));
        var code = await CodeOfAsync(Pinned, Options with { Retries = 0 }, before);

        var model = await FetchAsync(Pinned, progress: progress);

        Assert.Equal("IZV9101", code);
        Assert.Equal(new FetchProgress(Model, 100_000, 300_000, 0, 4), progress.Reports[0]);
        Assert.Equal(_hub.Files[Model], File.ReadAllBytes(Path.Combine(model.Folder, Model)));
        Assert.DoesNotContain(FilesOf(model), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_beginning_that_was_spoilt_is_thrown_away()
    {
        var partial = _cache.Write($"owner--tiny/{LoopbackHub.Commit}/{Model}.part", new string('x', 5000));

        var model = await FetchAsync(Pinned);

        Assert.Equal(_hub.Files[Model], File.ReadAllBytes(Path.Combine(model.Folder, Model)));
        Assert.False(File.Exists(partial));
    }

    [Fact]
    public async Task A_file_longer_than_it_should_be_is_fetched_anew()
    {
        _cache.Write($"owner--tiny/{LoopbackHub.Commit}/{Model}.part", new string('x', 300_001));

        var model = await FetchAsync(Pinned);

        Assert.Equal(_hub.Files[Model], File.ReadAllBytes(Path.Combine(model.Folder, Model)));
    }

    [Fact]
    public async Task Wrong_bytes_are_refused_and_not_kept()
    {
        _hub.Corrupted = [1, 2, 3];

        Assert.Equal("IZV9105", await CodeOfAsync(Pinned));
        Assert.Empty(Directory.GetFiles(_cache.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_hash_in_the_manifest_is_held_against_the_model()
    {
        var right = Convert.ToHexString(SHA256.HashData(_hub.Files[Model]));

        Assert.Equal("IZV9105", await CodeOfAsync(Pinned with { Sha256 = new string('0', 64) }));
        Assert.Equal(Model, (await FetchAsync(Pinned with { Sha256 = right })).ModelFile);
        Assert.Equal("IZV9105", await CodeOfAsync(Pinned with { Sha256 = new string('0', 64) }));
    }

    [Fact]
    public async Task The_token_goes_to_the_hub_and_not_where_it_redirects()
    {
        await FetchAsync(Pinned, Options with { Token = "secret" });

        Assert.All(_hub.Requests, r => Assert.Equal(r.StartsWith("hub ", StringComparison.Ordinal), r.EndsWith("Bearer secret", StringComparison.Ordinal)));
        Assert.Contains(_hub.Requests, r => r.StartsWith("storage ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://hub.example/a", true)]
    [InlineData("https://hub.example:444/a", false)]
    [InlineData("http://hub.example/a", false)]
    [InlineData("https://cdn.hub.example/a", false)]
    public void The_token_goes_to_one_origin_only(string address, bool allowed)
    {
        var options = new FetchOptions { Endpoint = new("https://hub.example/"), Token = "secret" };

        Assert.Equal(allowed, options.TokenMayGoTo(new(address)));
        Assert.False((options with { Endpoint = new("http://hub.example/") }).TokenMayGoTo(new("http://hub.example/a")));
        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://huggingface.co/")]
    [InlineData("", "https://huggingface.co/")]
    [InlineData("http://127.0.0.1:8080/hub/", "http://127.0.0.1:8080/hub/")]
    [InlineData("https://mirror.example", "https://mirror.example/")]
    public void The_environment_may_name_another_hub(string? endpoint, string address) => Assert.Equal(new Uri(address), FetchOptions.From(endpoint, null).Endpoint);

    [Theory]
    [InlineData("mirror.example")]
    [InlineData("/mirror")]
    [InlineData("ftp://mirror.example")]
    public void An_endpoint_that_is_no_web_address_is_refused(string endpoint) =>
        Assert.Equal("IZV9111", Assert.Throws<DiagnosticException>(() => FetchOptions.From(endpoint, "secret")).Diagnostic.Code);

    [Theory]
    [InlineData(401, "IZV9103")]
    [InlineData(403, "IZV9103")]
    [InlineData(404, "IZV9102")]
    [InlineData(500, "IZV9101")]
    public async Task A_refusal_is_told_for_what_it_is(int status, string code)
    {
        _hub.Refuse = _ => status;

        Assert.Equal(code, await CodeOfAsync(Pinned));
    }

    [Fact]
    public async Task A_busy_hub_is_asked_again()
    {
        var answers = new Queue<int>([503, 429]);
        _hub.Refuse = context => Refused(context, answers);

        Assert.Equal(Model, (await FetchAsync(Pinned)).ModelFile);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_is_told_with_its_address()
    {
        var options = Options with { Endpoint = new("http://127.0.0.1:1/"), Retries = 1 };

        var e = await Assert.ThrowsAsync<DiagnosticException>(() => FetchAsync(Pinned, options));

        Assert.StartsWith("'http://127.0.0.1:1' cannot be reached:", e.Message, StringComparison.Ordinal);
        Assert.Equal(Pinned.DeclaredAt, e.Diagnostic.Location);
    }

    [Fact]
    public async Task A_hub_that_stays_silent_is_given_up()
    {
        _hub.Before = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        Assert.Equal("IZV9101", await CodeOfAsync(Pinned, Options with { Retries = 0, StallTimeout = TimeSpan.FromMilliseconds(50) }));
    }

    [Fact]
    public async Task An_answer_that_is_no_listing_is_refused()
    {
        _hub.Refuse = context => context.Request.Path.StartsWithSegments("/api") ? 204 : null;

        Assert.Equal("IZV9104", await CodeOfAsync(Pinned));
    }

    [Fact]
    public async Task Several_models_are_listed_and_one_can_be_named()
    {
        _hub.Files.Remove(Model);
        _hub.Files["onnx/other.onnx"] = [4];

        var e = await Assert.ThrowsAsync<DiagnosticException>(() => FetchAsync(Pinned));
        var named = await FetchAsync(Pinned with { File = "onnx/model_quantized.onnx" });

        Assert.Equal(
            "'owner/tiny' has no one model that is plainly meant; of ONNX files there are: onnx/model_quantized.onnx, onnx/other.onnx. Name one with 'file'.", e.Message);
        Assert.Equal(["config.json", "onnx/model_quantized.onnx", "tokenizer.json"], FilesOf(named));
    }

    [Theory]
    [InlineData("../etc")]
    [InlineData("https://huggingface.co/owner/tiny")]
    [InlineData("a/b/c")]
    [InlineData("")]
    public async Task Only_names_of_repositories_are_asked_for(string name)
    {
        Assert.Equal("IZV9107", await CodeOfAsync(Pinned with { Repository = name }));
        Assert.Empty(_hub.Requests);
    }

    [Fact]
    public async Task A_name_that_would_leave_the_cache_is_passed_over()
    {
        _hub.Files["../onnx/model.onnx_data"] = [1];
        _hub.Files["onnx/model.onnx_data/../../../x"] = [1];

        Assert.Equal(4, FilesOf(await FetchAsync(Pinned)).Length);
    }

    [Fact]
    public async Task A_cancelled_fetch_stays_cancelled()
    {
        using var source = new CancellationTokenSource();
        _hub.Refuse = _ =>
        {
            source.Cancel();
            return 503;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ModelFetcher(Options, _bag).FetchAsync(Pinned, _cache.Path, null, source.Token));
    }

    private FetchOptions Options => new() { Endpoint = _hub.Address, RetryDelay = TimeSpan.FromMilliseconds(1), StallTimeout = TimeSpan.FromSeconds(30) };

    private Task<FetchedModel> FetchAsync(RemoteSource source, FetchOptions? options = null, ProgressRecorder? progress = null) =>
        new ModelFetcher(options ?? Options, _bag).FetchAsync(source, _cache.Path, progress, TestContext.Current.CancellationToken);

    private async Task<string> CodeOfAsync(RemoteSource source, FetchOptions? options = null, ProgressRecorder? progress = null) =>
        (await Assert.ThrowsAsync<DiagnosticException>(() => FetchAsync(source, options, progress))).Diagnostic.Code;

    private static string[] FilesOf(FetchedModel model) =>
    [
        .. Directory.GetFiles(model.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(model.Folder, f).Replace('\\', '/'))
            .Where(f => f != "izzyviz-fetched.json").Order(StringComparer.Ordinal),
    ];

    private static int? Refused(HttpContext context, Queue<int> answers)
    {
        context.Response.Headers.RetryAfter = "0";
        return answers.TryDequeue(out var status) ? status : null;
    }
}

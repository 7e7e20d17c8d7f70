using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IzzyViz.Analysis.Tests.Fetching;

/// <summary>A hub on this machine with one repository, <c>owner/tiny</c>; large files are served by a second address, as the real one does.</summary>
internal sealed class LoopbackHub : IAsyncDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly WebApplication _hub;
    private readonly WebApplication _storage;

    private LoopbackHub(WebApplication hub, WebApplication storage) => (_hub, _storage) = (hub, storage);

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal)
    {
        ["onnx/model.onnx"] = RandomNumberGenerator.GetBytes(300_000),
        ["onnx/model.onnx_data"] = RandomNumberGenerator.GetBytes(1000),
        ["onnx/model_quantized.onnx"] = [1, 2, 3],
        ["config.json"] = "{}"u8.ToArray(),
        ["tokenizer.json"] = "{\"model\":{}}"u8.ToArray(),
        ["pytorch_model.bin"] = [9],
        ["README.md"] = [9],
    };

    /// <summary>Every request as <c>host kind path [range] [token]</c>, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Answers in place of the hub where it gives a status.</summary>
    public Func<HttpContext, int?> Refuse { get; set; } = _ => null;

    /// <summary>What the hub waits for before it answers.</summary>
    public Func<HttpContext, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>After how many bytes of a large file the connection breaks, by turn, once they have been taken in; then none breaks.</summary>
    public Queue<(int Count, Task Delivered)> Interruptions { get; } = new();

    /// <summary>What goes out in place of a large file.</summary>
    public byte[]? Corrupted { get; set; }

    public Uri Address => new(_hub.Urls.Single() + "/");

    public static async Task<LoopbackHub> StartAsync()
    {
        var hub = new LoopbackHub(Application(), Application());
        hub._hub.Run(hub.AnswerAsync);
        hub._storage.Run(hub.ServeLargeAsync);
        await hub._storage.StartAsync();
        await hub._hub.StartAsync();
        return hub;
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _storage.DisposeAsync();
    }

    private static WebApplication Application()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Record("hub", context);
        await Before(context);
        var path = context.Request.Path.Value!;
        if (Refuse(context) is { } status)
        {
            context.Response.StatusCode = status;
        }
        else if (path is "/api/models/owner/tiny/revision/main" or $"/api/models/owner/tiny/revision/{Commit}")
        {
            await context.Response.WriteAsync(Listing());
        }
        else if (Files.TryGetValue(path.Replace($"/owner/tiny/resolve/{Commit}/", "", StringComparison.Ordinal), out var file))
        {
            await ServeAsync(context, path, file);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private async Task ServeAsync(HttpContext context, string path, byte[] file)
    {
        if (IsLarge(path))
        {
            context.Response.Headers["X-Linked-ETag"] = $"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\"";
            context.Response.Redirect(_storage.Urls.Single() + path);
            return;
        }

        await context.Response.Body.WriteAsync(file);
    }

    private async Task ServeLargeAsync(HttpContext context)
    {
        Record("storage", context);
        var name = context.Request.Path.Value!.Split($"{Commit}/")[1];
        var file = Corrupted ?? Files[name];
        var from = (int)(context.Request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0);
        context.Response.StatusCode = from >= file.Length ? 416 : from > 0 ? 206 : 200;
        if (from >= file.Length)
        {
            return;
        }

        context.Response.Headers.ContentRange = from > 0 ? $"bytes {from}-{file.Length - 1}/{file.Length}" : default;
        context.Response.ContentLength = file.Length - from;
        var isInterrupted = Interruptions.TryDequeue(out var interruption);
        await context.Response.Body.WriteAsync(file.AsMemory(from, isInterrupted ? interruption.Count : file.Length - from));
        await context.Response.Body.FlushAsync();
        if (isInterrupted)
        {
            await interruption.Delivered;
            context.Abort();
        }
    }

    private void Record(string host, HttpContext context)
    {
        var request = context.Request;
        var kind = request.Path.StartsWithSegments("/api") ? "list" : "file";
        var name = request.Path.Value!.Split($"{Commit}/")[^1];
        Requests.Enqueue(string.Join(' ', new[] { host, kind, name, request.Headers.Range.ToString(), request.Headers.Authorization.ToString() }.Where(p => p.Length > 0)));
    }

    private string Listing()
    {
        var siblings = Files.Select(f => new JsonObject
        {
            ["rfilename"] = f.Key,
            ["size"] = f.Value.Length,
            ["blobId"] = GitHash(f.Value),
            ["lfs"] = IsLarge(f.Key) ? new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(f.Value)), ["size"] = f.Value.Length } : null,
        });
        return new JsonObject { ["sha"] = Commit, ["siblings"] = new JsonArray([.. siblings]) }.ToJsonString();
    }

#pragma warning disable CA5350 // Git names its blobs by SHA-1
    private static string GitHash(byte[] file) => Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {file.Length}\0"), .. file]));
#pragma warning restore CA5350

    private static bool IsLarge(string path) => path.Contains(".onnx", StringComparison.Ordinal);
}

using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace IzzyViz.SiteGen.Serving;

/// <summary>Serves one folder to this machine alone, with the reload script added to pages on the way out.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const string EventsPath = "/_izzyviz/events";
    private const string ScriptPath = "/_izzyviz/reload.js";
    private const string Script = $"new EventSource('{EventsPath}').addEventListener('reload', () => location.reload());\n";

    private readonly WebApplication _application;

    private PreviewServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First());

    /// <param name="port">0 for any free one.</param>
    /// <exception cref="DiagnosticException">The port is taken.</exception>
    public static async Task<PreviewServer> StartAsync(string folder, int port, ReloadSignal reload, CancellationToken cancellation)
    {
        var application = Build(Path.GetFullPath(folder), port, reload);
        try
        {
            await application.StartAsync(cancellation);
            return new(application);
        }
        catch (IOException error)
        {
            await application.DisposeAsync();
            throw new DiagnosticException(OutputDiagnostics.CannotServe.At(SourceLocation.None, port, error.Message), error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Open event streams end with the lifetime's stopping token; nothing else is worth waiting for.
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    private static WebApplication Build(string folder, int port, ReloadSignal reload)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        var application = builder.Build();
        application.Use(RefuseForeignHosts);
        application.MapGet(EventsPath, (CancellationToken aborted) => Events(application, reload, aborted));
        application.MapGet(ScriptPath, () => Results.Text(Script, "text/javascript; charset=utf-8"));
        application.MapGet("/{**path}", (string? path, HttpContext context) => PreviewFiles.Answer(folder, path ?? "", context.Request.Path.Value ?? "/"));
        return application;
    }

    // Another site's page could otherwise read the preview by pointing a name of its own at this machine.
    private static Task RefuseForeignHosts(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Host.Host is "127.0.0.1" or "localhost")
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    private static ServerSentEventsResult Events(WebApplication application, ReloadSignal reload, CancellationToken aborted) =>
        new(reload, aborted, application.Lifetime.ApplicationStopping);

    /// <summary>Streams reloads until the browser leaves or the server stops; without the second, stopping would wait for the first.</summary>
    private sealed class ServerSentEventsResult(ReloadSignal reload, CancellationToken aborted, CancellationToken stopping) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
            await TypedResults.ServerSentEvents(reload.Stream(linked.Token)).ExecuteAsync(httpContext);
        }
    }

    internal static string ScriptTag => $"<script src=\"{ScriptPath}\" defer></script>";
}

using System.Net;
using System.Net.Http.Headers;

namespace IzzyViz.Analysis.Fetching;

/// <summary>Sends requests to the hub and follows its redirects by hand, because the token must not go along to another host.</summary>
internal sealed class HubConnection(FetchOptions options) : IDisposable
{
    private const int MostRedirects = 6;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "User-Agent", "izzyviz" } },
    };

    /// <summary>The answer with its body still to be read.</summary>
    /// <exception cref="HubException">The status is not one of success.</exception>
    public async Task<HubAnswer> GetAsync(Uri address, long from, CancellationToken cancellation)
    {
        string? linkedHash = null;
        for (var hop = 0; hop < MostRedirects; hop++)
        {
            var response = await SendAsync(address, from, cancellation);
            linkedHash ??= Hash(response);
            if (Redirect(response, address) is not { } target)
            {
                return new(Successful(response), linkedHash);
            }

            response.Dispose();
            address = target;
        }

        throw new HubException(HttpStatusCode.LoopDetected, null);
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address, long from, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = from > 0 ? new RangeHeaderValue(from, null) : null;
        if (options.TokenMayGoTo(address))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        }

        using var patience = new Patience(options.StallTimeout, cancellation);
        return await patience.AwaitAsync(token => _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token));
    }

    private static HttpResponseMessage Successful(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw new HubException(response.StatusCode, response.Headers.RetryAfter?.Delta);
        }
    }

    private static Uri? Redirect(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location ? new Uri(from, location) : null;

    // The hub names a large file's SHA-256 in a header of its own before it redirects, and as ETag where it does not.
    private static string? Hash(HttpResponseMessage response)
    {
        var linked = response.Headers.TryGetValues("X-Linked-ETag", out var values) ? values.First() : response.Headers.ETag?.Tag;
        var hash = linked?.Trim('"').ToLowerInvariant();
        return hash is { Length: 64 } && hash.All(char.IsAsciiHexDigit) ? hash : null;
    }
}

/// <param name="Sha256">Of the whole file, where a header named it.</param>
internal sealed record HubAnswer(HttpResponseMessage Response, string? Sha256) : IDisposable
{
    public void Dispose() => Response.Dispose();
}

/// <summary>The hub answered with a status that is not success.</summary>
internal sealed class HubException(HttpStatusCode status, TimeSpan? retryAfter) : Exception($"status {(int)status}")
{
    public HttpStatusCode Status => status;

    public TimeSpan? RetryAfter => retryAfter;

    public bool IsTransient => (int)status is 408 or 425 or 429 or >= 500 and not 508;
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Fetching;

/// <summary>Where the hub is and how patiently it is asked.</summary>
public sealed record FetchOptions
{
    public Uri Endpoint { get; init; } = new("https://huggingface.co/");

    /// <summary>Sent to the endpoint's own host and to no other, and only over TLS or to this machine.</summary>
    public string? Token { get; init; }

    public int Retries { get; init; } = 5;

    /// <summary>Before the first retry; doubles with each, up to half a minute.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the hub may stay silent, before an answer or within one.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary><c>HF_ENDPOINT</c> and <c>HF_TOKEN</c>, the names the hub's own tools use.</summary>
    /// <exception cref="DiagnosticException"><c>HF_ENDPOINT</c> is no web address.</exception>
    public static FetchOptions FromEnvironment() => From(Environment.GetEnvironmentVariable("HF_ENDPOINT"), Environment.GetEnvironmentVariable("HF_TOKEN"));

    internal static FetchOptions From(string? endpoint, string? token)
    {
        var options = new FetchOptions { Token = string.IsNullOrWhiteSpace(token) ? null : token.Trim() };
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return options;
        }

        return Uri.TryCreate(endpoint.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" }
            ? options with { Endpoint = uri }
            : throw new DiagnosticException(FetchDiagnostics.BadEndpoint.At(SourceLocation.None, endpoint));
    }

    internal bool TokenMayGoTo(Uri address) =>
        Token is not null && address.Authority == Endpoint.Authority && address.Scheme == Endpoint.Scheme && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    // The generated text would show the token.
    public override string ToString() => $"{Endpoint} (token {(Token is null ? "not set" : "set")})";
}

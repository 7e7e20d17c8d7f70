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
    public static FetchOptions FromEnvironment()
    {
        var endpoint = Environment.GetEnvironmentVariable("HF_ENDPOINT");
        var options = new FetchOptions { Token = Environment.GetEnvironmentVariable("HF_TOKEN") is { Length: > 0 } token ? token : null };
        return Uri.TryCreate(endpoint?.TrimEnd('/') + "/", UriKind.Absolute, out var uri) ? options with { Endpoint = uri } : options;
    }

    internal bool TokenMayGoTo(Uri address) =>
        Token is not null && address.Authority == Endpoint.Authority && address.Scheme == Endpoint.Scheme && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    // the generated text would show the token
    public override string ToString() => $"{Endpoint} (token {(Token is null ? "not set" : "set")})";
}

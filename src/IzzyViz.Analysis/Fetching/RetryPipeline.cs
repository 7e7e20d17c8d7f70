using IzzyViz.Analysis.Storage;
using Polly;
using Polly.Retry;

namespace IzzyViz.Analysis.Fetching;

/// <summary>Tries again what may pass: silence, broken connections, busy servers. A file that went on from an earlier try and hashes wrong is fetched anew, once.</summary>
internal static class RetryPipeline
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline Create(FetchOptions options)
    {
        var builder = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is WrongHashException { WasResumed: true }),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
        });
        return options.Retries == 0 ? builder.Build() : builder.AddRetry(Transient(options)).Build();
    }

    private static RetryStrategyOptions Transient(FetchOptions options) => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome.Exception, arguments.AttemptNumber)),
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = LongestDelay,
        DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Exception)),
    };

    // What the server asks for, within reason; null leaves it to the back-off.
    private static TimeSpan? Asked(Exception? exception) =>
        exception is HubException { RetryAfter: { } delay } ? TimeSpan.FromTicks(Math.Min(delay.Ticks, LongestDelay.Ticks)) : null;

    private static bool IsTransient(Exception? exception, int attempt) => exception switch
    {
        HubException hub => hub.IsTransient,
        // Most often this machine is offline: better said soon.
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => attempt == 0,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => false,
        IOException io => io is HttpIOException or EndedEarlyException || IoFault.IsBusy(io),
        HttpRequestException or TimeoutException => true,
        _ => false,
    };
}

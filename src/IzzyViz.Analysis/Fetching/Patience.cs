namespace IzzyViz.Analysis.Fetching;

/// <summary>Gives up on an operation that stays silent for too long; a cancelled one stays cancelled.</summary>
internal sealed class Patience(TimeSpan limit, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    /// <exception cref="TimeoutException">The limit passed first.</exception>
    public async Task<T> AwaitAsync<T>(Func<CancellationToken, Task<T>> operation)
    {
        _source.CancelAfter(limit);
        try
        {
            return await operation(_source.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {limit.TotalSeconds} seconds.", e);
        }
    }

    public void Dispose() => _source.Dispose();
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Fetching;

/// <summary>Brings models from the hub into a cache folder, once.</summary>
public sealed class ModelFetcher(FetchOptions options, DiagnosticBag bag)
{
    /// <summary>Fetches what is not in the cache yet. An interrupted fetch goes on where it stopped; a file is there whole and checked, or not at all.</summary>
    /// <exception cref="DiagnosticException">One of <see cref="FetchDiagnostics"/>.</exception>
    public async Task<FetchedModel> FetchAsync(
        RemoteSource source, string cacheFolder, IProgress<FetchProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!source.HasValidName)
        {
            throw new DiagnosticException(FetchDiagnostics.BadRepository.At(source.DeclaredAt, source.Repository));
        }

        using var hub = new HubConnection(options);
        var cache = new ModelCache(cacheFolder, source);
        var fetch = new RepositoryFetch(hub, options, cache) { Source = source, Progress = progress };
        var model = await FetchFaults.TranslateAsync(new(source, options, cacheFolder), () => FetchAsync(fetch, cache, cancellation));
        if (!source.IsPinned)
        {
            bag.Add(FetchDiagnostics.Unpinned.At(source.DeclaredAt, source.Repository, source.Revision, model.Commit));
        }

        return model;
    }

    private static async Task<FetchedModel> FetchAsync(RepositoryFetch fetch, ModelCache cache, CancellationToken cancellation)
    {
        if (cache.KnownCommit() is { } commit && cache.TryRead(commit) is { } receipt)
        {
            return new(cache.FolderOf(commit), commit, receipt.Files[0].Name);
        }

        return await fetch.RunAsync(cache.KnownCommit(), cancellation);
    }
}

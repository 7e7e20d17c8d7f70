using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using Polly;

namespace IzzyViz.Analysis.Fetching;

/// <summary>Lists a repository, chooses the files of a model and downloads them.</summary>
internal sealed class RepositoryFetch(HubConnection hub, FetchOptions options, ModelCache cache)
{
    private readonly ResiliencePipeline _retry = RetryPipeline.Create(options);

    public required RemoteSource Source { get; init; }

    public required IProgress<FetchProgress>? Progress { get; init; }

    public async Task<FetchedModel> RunAsync(string? commit, CancellationToken cancellation)
    {
        var listing = await _retry.ExecuteAsync(async token => await ListAsync(commit ?? Source.Revision, token), cancellation);
        var files = FileChoice.Of(listing.Files, Source.File);
        if (files.IsEmpty)
        {
            throw NoModel(listing);
        }

        var fetched = ImmutableArray.CreateBuilder<FetchedFile>();
        foreach (var file in files)
        {
            fetched.Add(new(file.Name, await DownloadAsync((file, listing.Commit), (fetched.Count, files.Length), cancellation)));
        }

        cache.Write(listing.Commit, new(Source.File, Source.Sha256, fetched.ToImmutable()));
        cache.Remember(listing.Commit);
        return new(cache.FolderOf(listing.Commit), listing.Commit, files[0].Name);
    }

    private async Task<RepositoryListing> ListAsync(string revision, CancellationToken cancellation)
    {
        var address = new Uri(options.Endpoint, $"api/models/{Source.Repository}/revision/{Uri.EscapeDataString(revision)}?blobs=true");
        using var answer = await hub.GetAsync(address, from: 0, cancellation);
        using var patience = new Patience(options.StallTimeout, cancellation);
        var json = await patience.AwaitAsync(token => answer.Response.Content.ReadAsByteArrayAsync(token));
        var listing = JsonSerializer.Deserialize(json, ListingJson.Default.RepositoryListing);
        return listing is { Files.IsDefault: false, Commit: { Length: 40 } commit } && commit.All(char.IsAsciiHexDigit)
            ? listing
            : throw new JsonException("the listing names no commit.");
    }

    private async Task<long> DownloadAsync((RepositoryFile File, string Commit) what, (int Index, int Count) place, CancellationToken cancellation)
    {
        var path = Path.Combine(cache.FolderOf(what.Commit), Path.Combine(what.File.Name.Split('/')));
        var escaped = string.Join('/', what.File.Name.Split('/').Select(Uri.EscapeDataString));
        var address = new Uri(options.Endpoint, $"{Source.Repository}/resolve/{what.Commit}/{escaped}");
        var target = new DownloadTarget(what.File, address, path, place.Index == 0 ? Source.Sha256 : null);
        var download = new FileDownload(hub, options);
        return await _retry.ExecuteAsync(async token => await download.RunAsync(target, Report, token), cancellation);

        void Report(long received, long? total) => Progress?.Report(new(what.File.Name, received, total, place.Index, place.Count));
    }

    private DiagnosticException NoModel(RepositoryListing listing)
    {
        string[] there = [.. FileChoice.OnnxFiles(listing.Files)];
        var wanted = Source.File is null ? there.Length > 1 ? "one model that is plainly meant" : "ONNX model" : $"'{Source.File}'";
        return new(FetchDiagnostics.NoModelFile.At(Source.DeclaredAt, Source.Repository, wanted, there.Length == 0 ? "none" : string.Join(", ", there)));
    }
}

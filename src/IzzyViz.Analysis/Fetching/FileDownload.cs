using System.Net;

namespace IzzyViz.Analysis.Fetching;

/// <summary>One try at getting one file: goes on where an earlier try stopped, and renames the file when it is whole.</summary>
internal sealed class FileDownload(HubConnection hub, FetchOptions options)
{
    private const string PartialExtension = ".part";

    /// <summary>The file's length.</summary>
    public async Task<long> RunAsync(DownloadTarget target, Action<long, long?> progress, CancellationToken cancellation)
    {
        if (await IsThereAsync(target, cancellation))
        {
            return new FileInfo(target.Path).Length;
        }

        var partial = target.Path + PartialExtension;
        Directory.CreateDirectory(Path.GetDirectoryName(target.Path)!);
        try
        {
            await FillAsync(partial, target, progress, cancellation);
        }
        catch (WrongHashException)
        {
            File.Delete(partial);
            throw;
        }

        File.Move(partial, target.Path, overwrite: true);
        return new FileInfo(target.Path).Length;
    }

    // Whole files have their last name only, so this one came from an earlier run or from another process.
    private static async Task<bool> IsThereAsync(DownloadTarget target, CancellationToken cancellation)
    {
        if (!File.Exists(target.Path))
        {
            return false;
        }

        await using var file = new FileStream(target.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return await PromisedHash.MismatchAsync(file, target, promised: null, cancellation) is null;
    }

    private async Task FillAsync(string partial, DownloadTarget target, Action<long, long?> progress, CancellationToken cancellation)
    {
        // Held exclusively: a second process waits for the first by its own retries.
        await using var file = new FileStream(partial, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        var wasResumed = file.Length > 0;
        file.Seek(0, SeekOrigin.End);
        var promised = await ReceiveAsync(file, target, progress, cancellation);
        if (await PromisedHash.MismatchAsync(file, target, promised, cancellation) is { } mismatch)
        {
            mismatch.WasResumed = wasResumed;
            throw mismatch;
        }
    }

    /// <summary>Fills the file and gives the hash the hub promised for it, if it did.</summary>
    private async Task<string?> ReceiveAsync(FileStream file, DownloadTarget target, Action<long, long?> progress, CancellationToken cancellation)
    {
        try
        {
            using var answer = await hub.GetAsync(target.Address, file.Length, cancellation);
            StartAt(file, answer.Response);

            var total = file.Length + answer.Response.Content.Headers.ContentLength;
            await CopyAsync(answer.Response, file, received => progress(received, total ?? target.File.Size), cancellation);
            return total is null || total == file.Length ? answer.Sha256 : throw new EndedEarlyException(null);
        }
        catch (HubException e) when (e.Status == HttpStatusCode.RequestedRangeNotSatisfiable && file.Length > 0)
        {
            // Nothing is left to send: either all is here, or the hash will tell.
            return null;
        }
    }

    // A server may send all instead of the rest, or (broken caches do) another part.
    private static void StartAt(FileStream file, HttpResponseMessage response)
    {
        var isPart = response.StatusCode == HttpStatusCode.PartialContent;
        if (isPart && (response.Content.Headers.ContentRange?.From ?? file.Length) == file.Length)
        {
            return;
        }

        file.SetLength(0);
        if (isPart)
        {
            throw new EndedEarlyException(null);
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, FileStream file, Action<long> progress, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var patience = new Patience(options.StallTimeout, cancellation);
        var buffer = new byte[1 << 17];
        progress(file.Length);
        while (await ReadAsync(body, buffer, patience) is > 0 and var count)
        {
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            progress(file.Length);
        }
    }

    // Keeps a broken connection apart from a broken disk.
    private static async Task<int> ReadAsync(Stream body, byte[] buffer, Patience patience)
    {
        try
        {
            return await patience.AwaitAsync(token => body.ReadAsync(buffer, token).AsTask());
        }
        catch (IOException e)
        {
            throw new EndedEarlyException(e);
        }
    }
}

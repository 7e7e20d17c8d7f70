using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Storage;

/// <summary>
/// A folder of results by key. Results are written to a temporary file and renamed, and read back only when every byte checks out; several
/// processes may use one folder at once. A result's file time says when it was last used.
/// </summary>
public sealed class ResultStore(string folder, TimeProvider? clock = null)
{
    // Reading a result marks it as used only this often, so that a build that computes nothing hardly writes.
    private static readonly TimeSpan UseResolution = TimeSpan.FromHours(1);

    private readonly StoreFolder _files = new(folder);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>The payload stored under a key, or null. What cannot be trusted is removed and counts as absent.</summary>
    public byte[]? TryRead(StoreKey key)
    {
        var path = _files.PathOf(key);
        if (StoreFile.TryReadAll(path) is not { } file)
        {
            return null;
        }

        if (StoreEntry.TryParse(key, file) is not { } payload)
        {
            StoreFile.TryDelete(path);
            return null;
        }

        MarkUsed(path);
        return payload;
    }

    /// <summary>Whether a result is there and whole, from its first bytes alone; damage further on shows only when it is read.</summary>
    public bool Contains(StoreKey key)
    {
        Span<byte> head = stackalloc byte[StoreEntry.HeaderSize];
        return StoreFile.TryReadHead(_files.PathOf(key), head) is { } length && StoreEntry.IsPlausible(key, head, length);
    }

    /// <summary>Stores a payload, whole or not at all; one already there is replaced.</summary>
    /// <exception cref="DiagnosticException">The folder is read-only or the disk is full.</exception>
    public void Write(StoreKey key, ReadOnlySpan<byte> payload)
    {
        try
        {
            StoreFile.Replace(_files.PathOf(key), StoreEntry.Header(key, payload), payload, _clock.GetUtcNow().UtcDateTime);
        }
        catch (IOException e) when (IoFault.IsDiskFull(e))
        {
            throw new DiagnosticException(StoreDiagnostics.DiskFull.At(folder, folder, payload.Length), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(StoreDiagnostics.NotWritable.At(folder, folder, e.Message), e);
        }
    }

    public StoreSize Measure() => StoreSize.Of(_files.Entries());

    /// <summary>Removes results, those unused for longest first, until the rest is at most <paramref name="limit"/> bytes; says what went.</summary>
    public StoreSize Trim(long limit)
    {
        var entries = _files.Entries().OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToArray();
        var excess = StoreSize.Of(entries).Bytes - limit;
        var removed = new StoreSize(0, 0);
        foreach (var entry in entries.TakeWhile(_ => removed.Bytes < excess))
        {
            removed += Remove(entry);
        }

        return removed;
    }

    /// <summary>Removes results and what interrupted writers left behind; says what went. Files of other kinds stay.</summary>
    public StoreSize Clean(StoreScope scope)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var removed = new StoreSize(0, 0);
        foreach (var file in _files.Entries().Where(f => scope == StoreScope.All || now - f.LastWriteTimeUtc > StoreScopes.StaleAfter))
        {
            removed += Remove(file);
        }

        foreach (var leftover in _files.Leftovers().Where(f => now - f.LastWriteTimeUtc > StoreScopes.AbandonedAfter))
        {
            removed += Remove(leftover);
        }

        _files.RemoveEmptyFolders();
        return removed;
    }

    private static StoreSize Remove(FileInfo file)
    {
        var length = file.Length;
        return StoreFile.TryDelete(file.FullName) ? new(1, length) : new(0, 0);
    }

    private void MarkUsed(string path)
    {
        try
        {
            var now = _clock.GetUtcNow().UtcDateTime;
            if (now - File.GetLastWriteTimeUtc(path) > UseResolution)
            {
                File.SetLastWriteTimeUtc(path, now);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A store that can only be read serves all the same.
        }
    }
}

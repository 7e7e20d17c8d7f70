using Microsoft.Win32.SafeHandles;

namespace IzzyViz.Analysis.Storage;

/// <summary>One file of a store, which other processes may write, read and remove at any moment.</summary>
internal static class StoreFile
{
    public const string TemporaryExtension = ".izv-tmp";

    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload, DateTime time)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, Path.GetRandomFileName() + TemporaryExtension);
        try
        {
            using (var file = Create(temporary, attempts: 3))
            {
                RandomAccess.Write(file, header, 0);
                RandomAccess.Write(file, payload, header.Length);
            }

            File.SetLastWriteTimeUtc(temporary, time);
            Publish(temporary, path);
        }
        finally
        {
            TryDelete(temporary);
        }
    }

    // Another process may be removing empty folders at this moment.
    private static SafeFileHandle Create(string path, int attempts)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (DirectoryNotFoundException) when (attempts > 1)
        {
            return Create(path, attempts - 1);
        }
    }

    private static void Publish(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && File.Exists(path))
        {
            // Windows does not replace a file that is being read; what is there under this key is the same result.
        }
    }

    public static byte[]? TryReadAll(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Fills a buffer from a file's beginning and says how long the file is; null where it is absent or shorter.</summary>
    public static long? TryReadHead(string path, Span<byte> head)
    {
        try
        {
            using var file = File.Exists(path) ? File.OpenHandle(path) : null;
            return file is not null && RandomAccess.Read(file, head, 0) == head.Length ? RandomAccess.GetLength(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static bool TryDelete(string path)
    {
        try
        {
            var exists = File.Exists(path);
            File.Delete(path);
            return exists;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

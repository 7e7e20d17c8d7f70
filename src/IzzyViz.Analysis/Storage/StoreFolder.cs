using Microsoft.Win32.SafeHandles;

namespace IzzyViz.Analysis.Storage;

/// <summary>
/// The files of a store: <c>ab/c/abc….izv</c>. Two levels make 4096 folders, 25 files in each at 100,000 results.
/// </summary>
internal sealed class StoreFolder(string root)
{
    private const string Extension = ".izv";
    private const string TemporaryExtension = ".izv-tmp";

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    public string PathOf(StoreKey key) => Path.Combine(root, key.Hex[..2], key.Hex[2..3], key.Hex + Extension);

    public IEnumerable<FileInfo> Entries() => Files("*" + Extension);

    public IEnumerable<FileInfo> Leftovers() => Files("*" + TemporaryExtension);

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

    // another process may be removing empty folders at this moment
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
            // Windows does not replace a file that is being read; what is there under this key is the same result
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

    public void RemoveEmptyFolders()
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var folder in Directory.GetDirectories(root, "*", Everywhere).Where(f => Path.GetFileName(f).Length <= 2).OrderByDescending(f => f.Length))
        {
            try
            {
                Directory.Delete(folder, recursive: false);
            }
            catch (IOException)
            {
                // not empty
            }
        }
    }

    // files that only look alike (another length, another folder) are not the store's
    private IEnumerable<FileInfo> Files(string pattern)
    {
        var folder = new DirectoryInfo(root);
        return folder.Exists ? folder.EnumerateFiles(pattern, Everywhere).Where(f => f.Directory!.Name.Length == 1) : [];
    }
}

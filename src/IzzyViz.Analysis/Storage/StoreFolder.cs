namespace IzzyViz.Analysis.Storage;

/// <summary>
/// The files of a store: <c>ab/c/abc….izv</c>. Two levels make 4096 folders, 25 files in each at 100,000 results.
/// </summary>
internal sealed class StoreFolder(string root)
{
    private const string Extension = ".izv";

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    public string PathOf(StoreKey key) => Path.Combine(root, key.Hex[..2], key.Hex[2..3], key.Hex + Extension);

    public IEnumerable<FileInfo> Entries() => Files("*" + Extension);

    public IEnumerable<FileInfo> Leftovers() => Files("*" + StoreFile.TemporaryExtension);

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
                // Not empty.
            }
        }
    }

    // Files that only look alike (another length, another folder) are not the store's.
    private IEnumerable<FileInfo> Files(string pattern)
    {
        var folder = new DirectoryInfo(root);
        return folder.Exists ? folder.EnumerateFiles(pattern, Everywhere).Where(f => f.Directory!.Name.Length == 1) : [];
    }
}

using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>Folders of documents. Files are named from the folder that all of them lie in, so that a document can lead to one of another folder as it does in the sources.</summary>
internal sealed record DocumentFolders(string Root, ImmutableArray<MountedFolder> Mounted)
{
    /// <param name="folders">The documents of the first stand right under <c>/docs/</c>; each other one keeps its name: <c>/docs/figures/</c>.</param>
    public static DocumentFolders Of(ImmutableArray<string> folders)
    {
        var root = folders.Skip(1).Aggregate(folders[0], Shared);
        return new(root, [.. folders.Select((f, i) => new MountedFolder(Relative(root, f), i == 0 ? "" : Path.GetFileName(f) + "/"))]);
    }

    /// <summary>Every file once, in an order that is the same everywhere.</summary>
    public ImmutableArray<string> Names() =>
    [
        .. Mounted.SelectMany(m => Directory.EnumerateFiles(FileOf(m.Prefix), "*", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Root, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public string FileOf(string name) => Path.Combine(Root, name);

    /// <summary>What follows <c>/docs/</c>, part by part.</summary>
    public string[] AddressOf(string name)
    {
        // A folder inside another keeps its own address.
        var folder = Mounted.Where(m => name.StartsWith(m.Prefix, StringComparison.Ordinal)).MaxBy(m => m.Prefix.Length)!;
        return (folder.Mount + name[folder.Prefix.Length..]).Split('/');
    }

    private static string Shared(string one, string other)
    {
        while (Path.GetRelativePath(one, other).StartsWith("..", StringComparison.Ordinal))
        {
            one = Path.GetDirectoryName(one)!;
        }

        return one;
    }

    private static string Relative(string root, string folder) =>
        Path.GetRelativePath(root, folder) is var path && path == "." ? "" : path.Replace(Path.DirectorySeparatorChar, '/') + "/";
}

/// <param name="Prefix">What names of its files begin with.</param>
/// <param name="Mount">What stands there in their addresses.</param>
internal sealed record MountedFolder(string Prefix, string Mount);

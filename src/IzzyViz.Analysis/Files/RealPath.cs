namespace IzzyViz.Analysis.Files;

/// <summary>Where a path leads once every link on it is followed, those of folders included.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The path itself where nothing on it is a link; null where links lead to each other without end.</summary>
    public static string? Of(string path)
    {
        path = Path.GetFullPath(path);
        for (var links = 0; links <= MostLinks; links++)
        {
            if (FirstLinkOn(path) is not var (link, target))
            {
                return path;
            }

            path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link)!, target) + path[link.Length..]);
        }

        return null;
    }

    private static (string Link, string Target)? FirstLinkOn(string path)
    {
        for (var end = Path.GetPathRoot(path)!.Length; end < path.Length; end++)
        {
            end = path.IndexOf(Path.DirectorySeparatorChar, end) is > 0 and var at ? at : path.Length;
            if (new FileInfo(path[..end]).LinkTarget is { } target)
            {
                return (path[..end], target);
            }
        }

        return null;
    }
}

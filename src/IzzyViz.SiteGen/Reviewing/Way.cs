namespace IzzyViz.SiteGen.Reviewing;

/// <summary>Relative links between places on disk.</summary>
internal static class Way
{
    /// <summary>From a folder to a file or folder, escaped for a link; absolute where the two lie on different drives.</summary>
    public static string Between(string folder, string target)
    {
        var way = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(target));
        return Path.IsPathRooted(way)
            ? new Uri(way).AbsoluteUri
            : string.Join('/', way.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>Files below the current folder are shown relative to it, which is also what GitHub and editors expect; others as they are.</summary>
internal static class ShownPath
{
    public static SourceLocation Of(SourceLocation location) => location with { File = Of(location.File) };

    private static string Of(string path)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            return path;
        }

        var relative = Path.GetRelativePath(".", path);
        return relative.StartsWith("..", StringComparison.Ordinal) || relative == "." ? path : relative.Replace('\\', '/');
    }
}

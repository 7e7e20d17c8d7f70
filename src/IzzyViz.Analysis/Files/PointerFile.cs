using System.Text;
using System.Text.RegularExpressions;

namespace IzzyViz.Analysis.Files;

public enum PointerKind
{
    GitLfs,
    GitAnnex,
    Dvc,
}

/// <summary>A few lines of text where a large file should be: the file is kept elsewhere and has to be pulled.</summary>
/// <param name="Path">The file that was asked for.</param>
/// <param name="PullCommand">What to type, with a path relative to the repository's root.</param>
public sealed partial record PointerFile(PointerKind Kind, string Path, string PullCommand)
{
    // By docs/spec.md of git-lfs a pointer is smaller than 1024 bytes.
    private const int LargestPointer = 1024;

    /// <summary>What stands in for the file, or null where it is the file itself or nothing is known of it. Files are read up to one kilobyte.</summary>
    public static PointerFile? Detect(string path)
    {
        var head = File.Exists(path) ? Head(path) : "";
        if (LfsVersion().IsMatch(head))
        {
            return new(PointerKind.GitLfs, path, $"git lfs pull --include \"{FromRoot(path)}\"");
        }

        if (head.StartsWith("/annex/objects/", StringComparison.Ordinal))
        {
            return new(PointerKind.GitAnnex, path, $"git annex get \"{FromRoot(path)}\"");
        }

        var dvc = DvcOutputs().IsMatch(head) ? path : File.Exists(path) ? null : DvcFileOf(path);
        return dvc is null ? null : new(PointerKind.Dvc, path, $"dvc pull \"{FromRoot(dvc)}\"");
    }

    /// <summary>What keeps the file, by its own name.</summary>
    public string Keeper => Kind switch
    {
        PointerKind.GitLfs => "Git LFS",
        PointerKind.GitAnnex => "git-annex",
        _ => "DVC",
    };

    private static string Head(string path)
    {
        if (RegularFile.Length(path) == 0)
        {
            return "";
        }

        using var file = File.OpenRead(path);
        Span<byte> bytes = stackalloc byte[LargestPointer];
        var length = file.ReadAtLeast(bytes, LargestPointer, throwOnEndOfStream: false);
        return length < LargestPointer || path.EndsWith(".dvc", StringComparison.Ordinal) ? Encoding.UTF8.GetString(bytes[..length]) : "";
    }

    // The file itself or a folder above it is what DVC tracks.
    private static string? DvcFileOf(string path)
    {
        for (var at = path; !string.IsNullOrEmpty(at); at = System.IO.Path.GetDirectoryName(at))
        {
            if (File.Exists(at + ".dvc"))
            {
                return at + ".dvc";
            }
        }

        return null;
    }

    private static string FromRoot(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        for (var folder = System.IO.Path.GetDirectoryName(full); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (System.IO.Path.Exists(System.IO.Path.Combine(folder, ".git")))
            {
                return System.IO.Path.GetRelativePath(folder, full).Replace('\\', '/');
            }
        }

        return System.IO.Path.GetFileName(path);
    }

    [GeneratedRegex(@"\Aversion https://(git-lfs|hawser)\.github\.com/spec/v1\r?\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LfsVersion();

    [GeneratedRegex(@"^outs:\s*\n(.*\n)*?[-\s]+(md5|hash|etag):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DvcOutputs();
}

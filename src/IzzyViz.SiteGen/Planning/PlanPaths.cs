using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Paths of a manifest, which are relative to its folder, made absolute and looked for.</summary>
internal sealed class PlanPaths(string folder, DiagnosticBag bag)
{
    public string Folder => folder;

    public string Resolve(string written) => Path.GetFullPath(Path.Combine(folder, written));

    public string? FileOrFolder(Located<string>? path, string key)
    {
        if (path is null)
        {
            return null;
        }

        var full = Resolve(path.Value);
        if (!Path.Exists(full))
        {
            bag.Add(ManifestDiagnostics.PathMissing.At(path.At, key, path.Value, Nearest(path.Value)));
        }

        return full;
    }

    public string? ExistingFile(Located<string>? path, string key) => Kind(path, key, Directory.Exists, ManifestDiagnostics.NotAFile);

    public string? ExistingFolder(Located<string>? path, string key) => Kind(path, key, File.Exists, ManifestDiagnostics.NotAFolder);

    private string? Kind(Located<string>? path, string key, Func<string, bool> isWrong, DiagnosticDescriptor descriptor)
    {
        var full = FileOrFolder(path, key);
        if (full is not null && isWrong(full))
        {
            bag.Add(descriptor.At(path!.At, key, path.Value));
        }

        return full;
    }

    private string Nearest(string written)
    {
        var name = Path.GetFileName(written.TrimEnd('/'));
        var parent = written.TrimEnd('/')[..^name.Length];
        var siblings = Directory.Exists(Resolve(parent)) ? Directory.EnumerateFileSystemEntries(Resolve(parent)).Select(Path.GetFileName) : [];
        var near = NearestName.Find(name, siblings.OfType<string>().Order(StringComparer.Ordinal));
        return near is null ? "Paths are relative to the manifest's folder." : $"Did you mean '{parent}{near}'?";
    }
}

using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>The folder a site is written to: whether it is ours, and how files in it are replaced.</summary>
internal sealed class OutputFolder(string path)
{
    private const string StageName = ".izzyviz-staging";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string StagePath => System.IO.Path.Combine(Path, StageName);

    public string this[SitePath file] => System.IO.Path.Combine(Path, file.Value.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>Makes the folder where there is none, refuses it where it belongs to somebody else, and finishes or clears what a build left behind.</summary>
    public WrittenFiles Open()
    {
        Directory.CreateDirectory(Path);
        var written = WrittenFiles.Read(Path);
        if (written is null && Directory.EnumerateFileSystemEntries(Path).Any(e => System.IO.Path.GetFileName(e) is not (StageName or OutputLock.FileName)))
        {
            throw new DiagnosticException(OutputDiagnostics.NotOurs.At(Path, Path));
        }

        if (written is { IsSwitching: true } && Directory.Exists(StagePath))
        {
            MoveStaged();
        }

        ClearStage();
        return written ?? WrittenFiles.None;
    }

    public string Staged(SitePath file) => System.IO.Path.Combine(StagePath, file.Value.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public bool Has(SitePath file) => File.Exists(this[file]);

    /// <summary>A folder has the file's name, or a file the name of one of its folders.</summary>
    public bool IsTaken(SitePath file)
    {
        var parts = file.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Directory.Exists(this[file]) || parts.Select((_, i) => System.IO.Path.Combine([Path, .. parts[..(i + 1)]])).Any(File.Exists);
    }

    /// <summary>Compares with what is on disk and not with the list: a file may have been lost or edited since.</summary>
    public bool HasContent(SitePath file, ReadOnlySpan<byte> content)
    {
        var info = new FileInfo(this[file]);
        return info.Exists && info.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(info.FullName));
    }

    /// <summary>Whether every file of a list is there as it was written.</summary>
    public bool HoldsAll(WrittenFiles written) => written.Files.All(f =>
        this[SitePath.Of(f.Key)] is var file && File.Exists(file) && WrittenFiles.Hash(File.ReadAllBytes(file)) == f.Value);

    public void WriteStaged(SitePath file, ReadOnlySpan<byte> content)
    {
        var staged = Staged(file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(staged)!);
        File.WriteAllBytes(staged, content);
    }

    public void Move(SitePath file)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[file])!);
        File.Move(Staged(file), this[file], overwrite: true);
    }

    /// <summary>Removes a file, and the folders it leaves empty.</summary>
    public void Remove(SitePath file)
    {
        File.Delete(this[file]);
        for (var folder = System.IO.Path.GetDirectoryName(this[file])!; folder.Length > Path.Length; folder = System.IO.Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return;
            }

            Directory.Delete(folder);
        }
    }

    public void ClearStage()
    {
        if (Directory.Exists(StagePath))
        {
            Directory.Delete(StagePath, recursive: true);
        }
    }

    private void MoveStaged()
    {
        foreach (var staged in Directory.EnumerateFiles(StagePath, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = System.IO.Path.GetRelativePath(StagePath, staged).Replace(System.IO.Path.DirectorySeparatorChar, '/');
            Move(SitePath.Of(name));
        }
    }
}

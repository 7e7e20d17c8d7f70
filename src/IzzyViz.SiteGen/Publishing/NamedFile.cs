using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>
/// A file that was asked for by name. It is written beside that place and takes its name when it is whole: a full disk leaves the file that was there, and no half of another. What is there and has
/// no length, as a device or a pipe has none, is written into and never replaced.
/// </summary>
internal sealed class NamedFile : IDisposable
{
    private readonly string _path;
    private readonly bool _isWrittenInto;

    /// <exception cref="DiagnosticException">No file can have that name.</exception>
    public NamedFile(string path)
    {
        _path = path;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        _isWrittenInto = File.Exists(path) && new FileInfo(File.ResolveLinkTarget(path, true)?.FullName ?? path).Length == 0;
        Partial = _isWrittenInto ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : path + ".partial";
        if ((Directory.Exists(path) ? "it is a folder. Name a file in it." : folder is null || !Directory.Exists(folder) ? $"there is no folder '{folder}'." : null) is { } why)
        {
            throw NotWritten(path, why);
        }
    }

    /// <summary>Where its content goes first.</summary>
    public string Partial { get; }

    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    public static void Write(string path, Action<string> write)
    {
        using var file = new NamedFile(path);
        Told(path, () => write(file.Partial));
        file.Finish();
    }

    /// <summary>Opens what is written first.</summary>
    /// <exception cref="DiagnosticException">It cannot be written.</exception>
    public FileStream Create()
    {
        FileStream? stream = null;
        Told(_path, () => stream = new(Partial, FileMode.Create, FileAccess.Write));
        return stream!;
    }

    /// <summary>Does what may fail because of where the file lies.</summary>
    /// <exception cref="DiagnosticException">It did.</exception>
    public static void Told(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException)
        {
            throw NotWritten(path, e.Message, e);
        }
    }

    public void Finish() => Told(_path, () =>
    {
        if (!_isWrittenInto)
        {
            File.Move(Partial, _path, overwrite: true);
            return;
        }

        using var from = File.OpenRead(Partial);
        using var to = new FileStream(_path, FileMode.Open, FileAccess.Write);
        from.CopyTo(to);
    });

    /// <summary>What was not finished does not stay.</summary>
    public void Dispose()
    {
        if (File.Exists(Partial))
        {
            File.Delete(Partial);
        }
    }

    private static DiagnosticException NotWritten(string path, string why, Exception? inner = null) => new(OutputDiagnostics.FileNotWritten.At(path, path, why), inner);
}

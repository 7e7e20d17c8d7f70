using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>
/// Keeps an output folder for one build at a time: a file in it that is held open and shared with nobody. The system lets go of it when the process ends,
/// however it ends, so that nothing has to be cleaned up by hand.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    public const string FileName = ".izzyviz-lock";

    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _held;
    private readonly string _folder;
    private readonly bool _isNew;

    private OutputLock(string folder, bool isNew)
    {
        (_folder, _isNew) = (folder, isNew);
        _held = new(Path.Combine(folder, FileName), new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        });
    }

    /// <exception cref="DiagnosticException">Another build has the folder, or nobody can write there.</exception>
    public static OutputLock Take(string folder)
    {
        try
        {
            var isNew = !Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            return new(folder, isNew);
        }
        catch (IOException error) when (error.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            throw new DiagnosticException(OutputDiagnostics.FolderInUse.At(folder, folder), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(OutputDiagnostics.CannotWrite.At(folder, error.Message), error);
        }
    }

    /// <summary>Lets go of the folder, and leaves none behind that was made for nothing.</summary>
    public void Dispose()
    {
        _held.Dispose();
        if (_isNew && Directory.Exists(_folder) && !Directory.EnumerateFileSystemEntries(_folder).Any())
        {
            Directory.Delete(_folder);
        }
    }
}

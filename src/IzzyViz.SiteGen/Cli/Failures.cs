using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli;

/// <summary>What reaches Main, told apart: the user's input, the machine, or a fault of ours.</summary>
internal static class Failures
{
    // POSIX errno where it has the same number on Linux and macOS, and Win32 codes as HRESULT.
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    public static Diagnostic Describe(Exception exception) => exception switch
    {
        DiagnosticException known => known.Diagnostic,
        OutOfMemoryException => EnvironmentDiagnostics.OutOfMemory.At(SourceLocation.None),
        UnauthorizedAccessException => EnvironmentDiagnostics.AccessRefused.At(SourceLocation.None, exception.Message),
        IOException { HResult: ReadOnlyFileSystem } => EnvironmentDiagnostics.AccessRefused.At(SourceLocation.None, exception.Message),
        IOException { HResult: NoSpace or LinuxQuota or MacQuota or WindowsDiskFull or WindowsHandleDiskFull } =>
            EnvironmentDiagnostics.DiskFull.At(SourceLocation.None, exception.Message),
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        _ => EnvironmentDiagnostics.Fault.At(SourceLocation.None, exception.GetType().Name, Sentence(exception.Message)),
    };

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}

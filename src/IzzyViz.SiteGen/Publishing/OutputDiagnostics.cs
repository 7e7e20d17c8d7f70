using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>What can go wrong where the site is written or served. All of them end with exit code 8.</summary>
internal static class OutputDiagnostics
{
    public static readonly DiagnosticDescriptor NotOurs = new("IZV7001", Severity.Error, "The folder {0} is not empty and holds no site of this tool, so nothing was written. Name an empty folder, or remove what is in it.");

    public static readonly DiagnosticDescriptor CannotWrite = new("IZV7002", Severity.Error, "The site cannot be written: {0} The site that was there is unchanged.");

    public static readonly DiagnosticDescriptor ForeignFile = new("IZV7003", Severity.Error, "The site needs the name {0}, and a file that this tool did not write has it. Move that file, or name another output folder.");

    public static readonly DiagnosticDescriptor ListUnreadable = new("IZV7004", Severity.Error, "The list of written files cannot be read ({0}), so it is not known which files may be replaced. Name another output folder, or empty this one.");

    public static readonly DiagnosticDescriptor KeptChanged = new("IZV7005", Severity.Warning, "The site no longer has {0}, but the file was changed by somebody since it was written, so it was kept.");

    public static readonly DiagnosticDescriptor FileNotWritten = new("IZV7006", Severity.Error, "'{0}' cannot be written: {1}");

    public static readonly DiagnosticDescriptor FolderInUse = new("IZV7007", Severity.Error, "Another build is writing {0}. Wait until it has ended, or name another folder with '--out'.");

    public static readonly DiagnosticDescriptor CannotServe = new("IZV7010", Severity.Error, "The preview cannot listen on port {0}: {1} Name another with --port, or 0 for any.");
}

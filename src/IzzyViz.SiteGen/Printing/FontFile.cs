using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Printing;

/// <summary>Fonts the user names.</summary>
internal static class FontFile
{
    private const long Largest = 64 << 20;

    /// <summary>Null and a finding where it is none.</summary>
    public static FontFace? Read(string path, DiagnosticBag bag)
    {
        try
        {
            if (new FileInfo(path).Length > Largest)
            {
                bag.Add(PrintDiagnostics.FontUnreadable.At(path, path, "it is larger than 64 MB."));
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            if (FontFace.Read(Woff.IsWoff(bytes) ? Woff.ToSfnt(bytes) : bytes) is { } face)
            {
                return face;
            }

            bag.Add(PrintDiagnostics.FontUnreadable.At(path, path, "it is no font of TrueType, OpenType or WOFF 1 (WOFF 2 has to be unpacked first)."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            bag.Add(PrintDiagnostics.FontUnreadable.At(path, path, error.Message));
        }

        return null;
    }
}

using System.Buffers;
using System.Text;
using System.Text.Unicode;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests;

/// <summary>A manifest on disk.</summary>
internal static class ManifestFile
{
    public const int MaximumBytes = 1_000_000;

    /// <summary>The manifest as far as it could be read, or null; the bag says what is wrong.</summary>
    public static SiteManifest? Read(string path, DiagnosticBag bag) => ReadText(path, bag) is { } text ? ManifestReader.Read(text, path, bag) : null;

    private static string? ReadText(string path, DiagnosticBag bag)
    {
        if (!File.Exists(path))
        {
            return Refuse(ManifestDiagnostics.Missing.At(path, path), bag);
        }

        try
        {
            return new FileInfo(path).Length is > MaximumBytes and var length
                ? Refuse(ManifestDiagnostics.TooLarge.At(path, length, MaximumBytes), bag)
                : Decode(File.ReadAllBytes(path), path, bag);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse(ManifestDiagnostics.Unreadable.At(path, exception.Message), bag);
        }
    }

    private static string? Decode(byte[] bytes, string path, DiagnosticBag bag)
    {
        var text = bytes.AsSpan();
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        var buffer = new char[text.Length];
        return Utf8.ToUtf16(text, buffer, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            ? new string(buffer, 0, written)
            : Refuse(ManifestDiagnostics.NotUtf8.At(path, bytes.Length - text.Length + read), bag);
    }

    private static string? Refuse(Diagnostic diagnostic, DiagnosticBag bag)
    {
        bag.Add(diagnostic);
        return null;
    }
}

using System.Text;
using System.Text.Unicode;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Whether bytes are text: valid UTF-8 without NUL.</summary>
internal static class TextCheck
{
    /// <summary>Reports the first bad byte of the line; true where there is none.</summary>
    public static bool Passes(Utf8Lines lines, string path, BoundedFindings findings)
    {
        var line = lines.Current.Span;
        if (!Utf8.IsValid(line))
        {
            var bad = FirstInvalid(line);
            findings.Add(DataDiagnostics.InvalidUtf8.At(new SourceLocation(path, lines.Number), lines.Offset + bad, line[bad].ToString("X2")));
            return false;
        }

        var nul = line.IndexOf((byte)0);
        if (nul >= 0)
        {
            findings.Add(DataDiagnostics.NulByte.At(new SourceLocation(path, lines.Number), lines.Offset + nul));
        }

        return nul < 0;
    }

    /// <summary>Checks a whole file, for readers that decode by themselves.</summary>
    public static async Task CheckFileAsync(string path, BoundedFindings findings, CancellationToken cancellation)
    {
        using var lines = new Utf8Lines(path);
        while (await lines.ReadAsync(cancellation))
        {
            Passes(lines, path, findings);
        }
    }

    public static bool IsUtf16(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[2];
        return file.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark is [0xFF, 0xFE] or [0xFE, 0xFF];
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}

using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>What <c>draw</c> leaves behind.</summary>
internal static class DrawnFile
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImmutableArray<string> Endings { get; } = [".svg"];

    public static bool IsKnown(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    public static void Write(string path, Figure figure) => Write(path, () => File.WriteAllText(path, FigureWriter.Standalone(figure)));

    public static void WriteNumbers(string path, FigureData data) => Write(path, () =>
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, Readable);
        data.Write(json);
    });

    private static void Write(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(OutputDiagnostics.FileNotWritten.At(path, path, e.Message), e);
        }
    }
}

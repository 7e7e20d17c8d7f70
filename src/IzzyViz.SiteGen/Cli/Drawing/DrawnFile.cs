using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Maps;
using IzzyViz.SiteGen.Printing;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Cli.Drawing;

/// <summary>What <c>draw</c> leaves behind.</summary>
internal static class DrawnFile
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImmutableArray<string> Endings { get; } = [.. FigureFormats.All.Select(f => "." + f.Name())];

    public static bool IsKnown(string path) => FigureFormats.Of(path) is not null;

    public static void Write(string path, Figure figure, FigureFileOptions options) =>
        NamedFile.Write(path, partial => File.WriteAllBytes(partial, FigureFiles.Write(figure, FigureFormats.Of(path) ?? FigureFormat.Svg, options)));

    public static void WriteNumbers(string path, FigureData data) => NamedFile.Write(path, partial =>
    {
        using var file = File.Create(partial);
        using var json = new Utf8JsonWriter(file, Readable);
        data.Write(json);
    });

    /// <summary>Makes the folder that a file is to lie in.</summary>
    public static void MakeFolder(string path) => NamedFile.Told(path, () => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!));
}

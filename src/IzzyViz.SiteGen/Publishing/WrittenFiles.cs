using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>The list a site keeps of its own files, so that a later build removes those and no others. Written last and atomically.</summary>
internal sealed record WrittenFiles
{
    public const string FileName = ".izzyviz-site.json";

    public int Version { get; init; } = 1;

    /// <summary>True while staged files are being moved into place; a build that finds it true finishes the move first.</summary>
    public bool IsSwitching { get; init; }

    /// <summary>The fingerprint of the site the files make up; null where it has none.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Path to SHA-256 of the bytes written, hex.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    public static WrittenFiles None { get; } = new() { Files = Empty };

    private static ImmutableSortedDictionary<string, string> Empty => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Null where the folder has no list. A list that cannot be read is an error: guessing would put files of others at risk.</summary>
    public static WrittenFiles? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(path), WrittenFilesContext.Default.WrittenFiles);
            var isSound = read is { Version: 1 } && read.Files.Keys.All(SitePath.IsValid);
            return isSound ? read! with { Files = Empty.AddRange(read!.Files) } : throw new JsonException("it is of another version or names files outside the folder.");
        }
        catch (JsonException error)
        {
            throw new DiagnosticException(OutputDiagnostics.ListUnreadable.At(path, error.Message), error);
        }
    }

    public void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var next = path + ".next";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(this, WrittenFilesContext.Default.WrittenFiles));
        File.Move(next, path, overwrite: true);
    }

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WrittenFiles))]
internal sealed partial class WrittenFilesContext : JsonSerializerContext;

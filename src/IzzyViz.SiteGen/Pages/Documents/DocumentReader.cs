using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>Reads a folder of Markdown documents and the pictures beside them.</summary>
internal static class DocumentReader
{
    /// <summary>Some inputs take time that grows with the square of their length; nobody reads a page this long.</summary>
    private const long LargestDocument = 1 << 20;

    private static readonly string[] PictureExtensions = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DocumentSet Read(string? folder, DiagnosticBag bag)
    {
        if (folder is null)
        {
            return DocumentSet.Empty;
        }

        var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        var links = new DocumentLinks(names.Where(IsDocument).ToImmutableDictionary(n => n, PathOf, StringComparer.Ordinal), names.Where(IsPicture).ToImmutableHashSet(StringComparer.Ordinal));
        var documents = names.Where(IsDocument).Select(n => ReadOne(folder, n, links, bag)).OfType<Document>();
        return new(
            [.. documents.OrderBy(d => d.Order).ThenBy(d => d.Title, StringComparer.Ordinal).ThenBy(d => d.Path, SitePath.Order)],
            [.. names.Where(IsPicture).Select(n => new SiteFile(DocumentLinks.PicturePath(n), File.ReadAllBytes(Path.Combine(folder, n))))]);
    }

    private static Document? ReadOne(string folder, string name, DocumentLinks links, DiagnosticBag bag)
    {
        var file = Path.Combine(folder, name);
        var bytes = new FileInfo(file).Length > LargestDocument ? null : File.ReadAllBytes(file);
        if (bytes is null)
        {
            bag.Add(PageDiagnostics.DocumentRefused.At(file, $"it is longer than {Words.Bytes(LargestDocument)}; split it."));
            return null;
        }

        try
        {
            var source = new DocumentSource(file, name, Strict.GetString(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            return DocumentRenderer.Render(source, links, bag);
        }
        catch (DecoderFallbackException error)
        {
            bag.Add(PageDiagnostics.DocumentRefused.At(file, $"byte {error.Index} is no valid UTF-8; save it as UTF-8."));
            return null;
        }
    }

    private static bool IsDocument(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsPicture(string name) => PictureExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary><c>guide/first.md</c> is <c>/docs/guide/first/</c>, and an <c>index.md</c> is its folder.</summary>
    private static SitePath PathOf(string name)
    {
        var parts = name[..^3].Split('/').ToList();
        if (parts[^1].Equals("index", StringComparison.OrdinalIgnoreCase))
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return SitePath.Page(["docs", .. parts]);
    }
}

/// <param name="File">As diagnostics show it.</param>
/// <param name="Name">Relative to the folder of documents, with <c>/</c>.</param>
internal sealed record DocumentSource(string File, string Name, string Text, string ContentHash);

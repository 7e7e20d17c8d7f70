using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Documents;

/// <summary>Reads folders of Markdown documents, the pictures beside them and the data they link to.</summary>
internal static class DocumentReader
{
    /// <summary>Some inputs take time that grows with the square of their length; nobody reads a page this long.</summary>
    private const long LargestDocument = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DocumentSet Read(ImmutableArray<string> folders, DiagnosticBag bag)
    {
        if (folders.IsEmpty)
        {
            return DocumentSet.Empty;
        }

        var files = new DocumentFiles(DocumentFolders.Of(folders));
        var links = new DocumentLinks(files);
        var documents = files.Documents.Select(n => ReadOne(files.FileOf(n), n, links, bag)).OfType<Document>().ToArray();
        return new(
            [.. documents.OrderBy(d => d.Order).ThenBy(d => d.Title, StringComparer.Ordinal).ThenBy(d => d.Path, SitePath.Order)],
            [.. files.Pictures.Concat(links.LinkedData).Select(files.Copy)]);
    }

    private static Document? ReadOne(string file, string name, DocumentLinks links, DiagnosticBag bag)
    {
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
}

/// <param name="File">As diagnostics show it.</param>
/// <param name="Name">Relative to the folder of documents, with <c>/</c>.</param>
internal sealed record DocumentSource(string File, string Name, string Text, string ContentHash);

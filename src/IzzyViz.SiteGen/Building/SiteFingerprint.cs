using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Reviews;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.Tokenizers;
using Encoding = System.Text.Encoding;

namespace IzzyViz.SiteGen.Building;

/// <summary>
/// A hash over everything a site is made of: the tool's own assemblies, the manifest, models, run tables, theme and documents. A site with the
/// fingerprint of the last one is the last one, and need not be rendered to see that.
/// </summary>
internal static class SiteFingerprint
{
    public static string Of(SiteContent content, DocumentSet documents, ImmutableArray<SiteFile> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in (Type[])[typeof(SiteFingerprint), typeof(Example), typeof(HuggingFaceTokenizer)])
        {
            Append(hash, assembly.Module.ModuleVersionId.ToByteArray());
        }

        Append(hash, File.ReadAllBytes(content.Plan.ManifestPath));
        foreach (var fact in Facts(content, documents))
        {
            Append(hash, Encoding.UTF8.GetBytes(fact));
        }

        foreach (var (name, bytes) in Files(content, documents, data))
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Facts(SiteContent content, DocumentSet documents) =>
    [
        .. content.Provenance.Select(p => $"{p.Key}={p.Value}"),
        .. content.Models.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Id} {m.ContentHash} {m.OutputDifference:R} {string.Join(';', m.Lost)}")),
        .. content.Runs.Select(r => $"{r.ModelId} {r.SliceId} {r.Shown.Length}"),
        .. content.Output.Identity is { } output ? [output] : ImmutableArray<string>.Empty,
        .. content.Review is { } review ? [ReviewJson.Write(review)] : ImmutableArray<string>.Empty,
        .. documents.Documents.Select(d => $"{d.Path.Value} {d.ContentHash}"),
    ];

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Files(SiteContent content, DocumentSet documents, ImmutableArray<SiteFile> data)
    {
        var theme = TemplateSources.From(content.Plan.ThemeFolder);
        return
        [
            .. theme.Names.Select(n => (n, (ReadOnlyMemory<byte>)theme.Read(n))),
            .. documents.Files.Concat(data).Select(f => (f.Path.Value, f.Content)),
        ];
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}

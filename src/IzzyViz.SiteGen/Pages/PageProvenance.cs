using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages;

/// <summary>What a page's own numbers depend on: enough to tell whether two pages can be compared, and no more, so that one edited row leaves other pages alone.</summary>
internal static class PageProvenance
{
    /// <summary>Provenance keys that differ between models or rows; the rest belong to the whole site.</summary>
    private static readonly string[] Own = ["model", "tokenizer"];

    public static ImmutableArray<Fact> Of(IReadOnlyList<RunContent> runs) =>
    [
        .. runs.Take(1).SelectMany(r => Own.Where(r.Table.Provenance.ContainsKey).Select(k => new Fact(Words.Sentence(k), Short(r.Table.Provenance[k])) { IsCode = true })),
        .. runs.Select(r => new Fact($"Rows of {r.SliceId}", Rows(r.Table)) { IsCode = true }),
    ];

    public static ImmutableArray<Fact> Of(RunContent run, ExampleRow row) =>
    [
        .. Own.Where(run.Table.Provenance.ContainsKey).Select(k => new Fact(Words.Sentence(k), Short(run.Table.Provenance[k])) { IsCode = true }),
        new Fact("Row", Short(row.ContentHash)) { IsCode = true },
    ];

    /// <summary>A hash over the rows' ids and contents, in order.</summary>
    private static string Rows(RunTable table)
    {
        var text = string.Join('\n', table.Examples.Select(e => $"{e.Id}\t{e.ContentHash}"));
        return Short(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static string Short(string hash) => hash.Length > 16 ? hash[..16] : hash;
}

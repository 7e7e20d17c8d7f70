using System.Text;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Reviews;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>Where a review is written to; null for what was not asked for.</summary>
/// <param name="Page">A folder.</param>
internal sealed record ReviewTargets(string? Page, string? Markdown, string? Json);

/// <summary>Writes a review's summary and its data.</summary>
internal static class ReviewFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="DiagnosticException">A file cannot be written.</exception>
    public static void Write(ReviewReport report, LinkedSite site, ReviewTargets targets)
    {
        if (targets.Markdown is { } markdown)
        {
            Write(markdown, ReviewMarkdown.Write(report, Links(site, Path.GetDirectoryName(Path.GetFullPath(markdown))!, targets.Page)));
        }

        if (targets.Json is { } json)
        {
            Write(json, ReviewJson.Write(report));
        }
    }

    private static ReviewLinks Links(LinkedSite site, string folder, string? page) => new PageLinks(site.AddressFrom(folder), site.Has).All with
    {
        Review = page is null ? null : Way.Between(folder, Path.Combine(page, "index.html")),
    };

    private static void Write(string path, string text)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            File.WriteAllText(path, text, Utf8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(OutputDiagnostics.CannotWrite.At(path, error.Message), error);
        }
    }
}

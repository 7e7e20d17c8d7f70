using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>
/// The only writer of the output folder. Changed files are first staged in a folder inside it (inside, because only there a rename is sure to stay on
/// one disk, and because the folder itself may be a mount or hold files of others, so it cannot be swapped whole). Only when all are staged and every
/// link resolves are they moved into place: new files first, changed ones next, removals last, so that at every moment each page's links lead
/// somewhere. Until then the old site is untouched; a switch cut short is finished by the next build.
/// </summary>
internal static class SiteWriter
{
    /// <exception cref="DiagnosticException">The folder is not ours, or it cannot be written; the old site is unchanged.</exception>
    /// <returns>Null where the bag has errors (broken links, names taken): nothing was changed then.</returns>
    public static SiteChanges? Write(Site site, string folder, DiagnosticBag bag, CancellationToken cancellation)
    {
        try
        {
            return Run(site, new OutputFolder(folder), bag, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(OutputDiagnostics.CannotWrite.At(folder, error.Message), error);
        }
    }

    private static SiteChanges? Run(Site site, OutputFolder folder, DiagnosticBag bag, CancellationToken cancellation)
    {
        var before = folder.Open();
        if (site.Fingerprint is { } fingerprint && before.Fingerprint == fingerprint && folder.HoldsAll(before))
        {
            return new([], [], [], before.Files.Count);
        }

        using var stage = new SiteStage(folder, before);
        var links = new LinkCheck(site.Elsewhere);
        foreach (var file in site.Produce())
        {
            cancellation.ThrowIfCancellationRequested();
            links.Add(file);
            stage.Add(file, bag);
        }

        bag.AddRange(links.Broken());
        if (bag.HasErrors)
        {
            return null;
        }

        // From here on it is a matter of renames, too short to be worth stopping.
        cancellation.ThrowIfCancellationRequested();
        return stage.Switch(site.Fingerprint, bag);
    }
}

/// <summary>What a build did to the output folder.</summary>
internal sealed record SiteChanges(ImmutableArray<SitePath> Added, ImmutableArray<SitePath> Changed, ImmutableArray<SitePath> Removed, int Unchanged)
{
    public int Total => Added.Length + Changed.Length + Unchanged;
}

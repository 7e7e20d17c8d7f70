using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;
using IzzyViz.SiteGen.Planning;

namespace IzzyViz.SiteGen.Cli.Sites;

/// <summary>The first steps of every verb that has a manifest.</summary>
internal static class PlannedSite
{
    /// <summary>The plan as far as it goes, or null where the manifest could not be read at all; the bag says what is wrong.</summary>
    /// <param name="manifest">A manifest, or a folder with a <c>site.yml</c>.</param>
    /// <param name="only"><c>MODEL[/SLICE]</c>, or null for everything.</param>
    public static SitePlan? Read(string manifest, string? only, DiagnosticBag bag)
    {
        var file = Directory.Exists(manifest) ? Path.Combine(manifest, "site.yml") : manifest;
        var found = new DiagnosticBag();
        var plan = Plan(file, only, found);
        bag.AddRange(found.InOrderOfPlace());
        return plan;
    }

    private static SitePlan? Plan(string file, string? only, DiagnosticBag bag)
    {
        if (ManifestFile.Read(file, bag) is not { } said)
        {
            return null;
        }

        var plan = SitePlanner.Plan(said, SiteParts.Names, bag);
        return only is null ? plan : new RunFilter(only).Apply(plan, bag);
    }
}

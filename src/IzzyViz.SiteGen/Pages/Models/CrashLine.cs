using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>A slice over which a model has no result, and why.</summary>
/// <param name="Slice">Null where no other model runs over the slice, so that it has no page.</param>
internal sealed record CrashLine(string Name, PageLink? Slice, string Ending)
{
    public static CrashLine From(SiteIndex site, CrashedRun crash) =>
        new(crash.SliceId, site.HasSlice(crash.SliceId) ? new(crash.SliceId, SiteAddresses.Slice(crash.SliceId)) : null, crash.Ending);
}

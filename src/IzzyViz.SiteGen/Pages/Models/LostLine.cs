using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Models;

/// <summary>A slice over which a model has no result, and why.</summary>
/// <param name="Slice">Null where no other model runs over the slice, so that it has no page.</param>
internal sealed record LostLine(string Name, PageLink? Slice, string Why)
{
    public static LostLine From(SiteIndex site, LostRun lost) =>
        new(lost.SliceId, site.HasSlice(lost.SliceId) ? new(lost.SliceId, SiteAddresses.Slice(lost.SliceId)) : null, lost.Why);
}

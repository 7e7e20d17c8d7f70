using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Drawn;

/// <summary>Links to the definitions of figure kinds.</summary>
internal static class FigureLinks
{
    public static PageLink To(string kind) => new(FigureKinds.All.Single(k => k.Id == kind).Title, SiteAddresses.Definition(kind));
}

using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>Links from a review to the pages of the newer build's site.</summary>
/// <param name="prefix">In front of every address, with a closing slash: the site's URL, or the way to its folder.</param>
/// <param name="exists">Whether the site has a page; examples have one only where the gallery shows them.</param>
internal sealed class PageLinks(string prefix, Func<SitePath, bool> exists)
{
    public ReviewLinks All => new()
    {
        Run = run => Link(SiteAddresses.Model(run.Model)),
        Head = Head,
        Example = (run, example) => Link(SiteAddresses.Example(run.Model, run.Slice, example)),
    };

    private string? Head(RunKey run, HeadAddress head) => Link(SiteAddresses.Head(run.Model, head));

    private string? Link(SitePath page) => exists(page) ? prefix + Uri.EscapeDataString(page.Value).Replace("%2F", "/", StringComparison.Ordinal) : null;
}

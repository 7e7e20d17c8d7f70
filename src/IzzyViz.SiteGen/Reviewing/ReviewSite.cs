using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Statistics;
using IzzyViz.SiteGen.Pages;
using IzzyViz.SiteGen.Pages.Reviews;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Pages.Slices;
using IzzyViz.SiteGen.Pages.Templates;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Reviewing;

/// <summary>A review that stands alone: one page, its twin and its assets. Its links lead into the site of the newer build.</summary>
internal static class ReviewSite
{
    public static Site Assemble(ReviewReport report, LinkedSite linked, (string Folder, SiteTheme Theme, ImmutableHashSet<string> Hidden) with)
    {
        var names = new ReviewNames(StatisticCatalogue.All, linked.Has, run => with.Hidden.Contains(WithheldRows.DatasetOf(run.Slice)));
        var page = ReviewPage.Of(names, report) with { Path = SiteAddresses.Home };
        var frame = FrameOf(linked, linked.WayFrom(with.Folder), with.Theme.Assets);
        var site = new Site { Elsewhere = frame.Elsewhere };
        site.Add(new SitePart(page.Path, () => new PageRenderer(with.Theme.Templates, frame).Files(page)));
        foreach (var file in with.Theme.Assets.Files)
        {
            site.Add(file);
        }

        return site;
    }

    private static SiteFrame FrameOf(LinkedSite linked, string way, SiteAssets assets)
    {
        ImmutableArray<PageLink> menu =
        [
            new("Models", SiteAddresses.Models),
            new("Slices", SiteAddresses.Slices),
            new("Documents", SiteAddresses.Documents),
            new("Definitions", SiteAddresses.Definitions),
        ];
        return new()
        {
            Title = linked.Title ?? "IzzyViz",
            Elsewhere = way,
            Assets = assets,
            Menu = [.. menu.Where(l => linked.Has(l.To))],
            Home = LinkTo("Home", SiteAddresses.Home),
            Definitions = LinkTo("Definitions", SiteAddresses.Definitions),
            Provenance = LinkTo("Provenance", SiteAddresses.Provenance),
            Search = linked.Has(SiteAddresses.Search) ? SiteAddresses.Search : null,
        };

        PageLink? LinkTo(string text, SitePath page) => linked.Has(page) ? new(text, page) : null;
    }
}

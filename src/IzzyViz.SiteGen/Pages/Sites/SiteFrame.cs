using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Documents;
using IzzyViz.SiteGen.Printing;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Sites;

/// <summary>What every page shares: the name of the site and the links in its header. Kept small, because a change here rewrites every page.</summary>
internal sealed record SiteFrame
{
    public required string Title { get; init; }

    /// <summary>Where the site will live, with a closing slash; null where nobody said.</summary>
    public string? Url { get; init; }

    public bool NoIndex { get; init; }

    public required ImmutableArray<PageLink> Menu { get; init; }

    /// <summary>Where links lead when pages are another site's: the way to its root, with a closing slash; null where they are this site's own.</summary>
    public string? Elsewhere { get; init; }

    public PageLink? Home { get; init; } = new("Home", SiteAddresses.Home);

    public PageLink? Definitions { get; init; } = new("Definitions", SiteAddresses.Definitions);

    public PageLink? Provenance { get; init; } = new("Provenance", SiteAddresses.Provenance);

    public PageLink Review { get; } = new("Review", SiteAddresses.Review);

    /// <summary>The search index keeps its name whatever it holds: a hash in it would change every page with every row.</summary>
    public SitePath? Search { get; init; } = SiteAddresses.Search;

    public required SiteAssets Assets { get; init; }

    /// <summary>What figures are written as besides SVG.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.SvgOnly;

    /// <summary>The names of these formats, which are their extensions.</summary>
    public ImmutableArray<string> Formats => [.. Output.Formats.Select(f => f.Name())];

    public string LinkTo(SitePath page, SitePath from) => Elsewhere is null ? page.RelativeTo(from) : Elsewhere + page.RelativeTo(SiteAddresses.Home);

    public static SiteFrame From(SiteIndex site, SiteAssets assets)
    {
        var plan = site.Content.Plan;
        return new()
        {
            Title = plan.Title,
            Url = plan.Url is { } url ? url.AbsoluteUri.TrimEnd('/') + "/" : null,
            NoIndex = plan.NoIndex,
            Assets = assets,
            Output = site.Content.Output,
            Menu =
            [
                new("Models", SiteAddresses.Models),
                new("Slices", SiteAddresses.Slices),
                .. site.Content.Comparisons.Length > 0 ? [new PageLink("Comparisons", SiteAddresses.Comparisons)] : ImmutableArray<PageLink>.Empty,
                .. site.Content.Documents.Length > 0 ? [new PageLink("Documents", SiteAddresses.Documents)] : ImmutableArray<PageLink>.Empty,
                .. DocumentOrder.Indexes(site.Content.Documents).Select(d => d.Link),
                new("Definitions", SiteAddresses.Definitions),
                .. site.Content.Review is null ? ImmutableArray<PageLink>.Empty : [new PageLink("Review", SiteAddresses.Review)],
            ],
        };
    }
}

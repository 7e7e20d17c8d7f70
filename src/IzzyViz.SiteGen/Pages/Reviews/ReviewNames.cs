using System.Collections.Immutable;
using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Sites;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Pages.Reviews;

/// <summary>Links the subjects of a review to their pages. A review may speak of what a site no longer has; that is named without a link.</summary>
/// <param name="Has">Whether the site has a page.</param>
/// <param name="IsHidden">Whether the rows of a run are counted and never named.</param>
internal sealed record ReviewNames(ImmutableArray<StatisticDefinition> Statistics, Func<SitePath, bool> Has, Func<RunKey, bool> IsHidden)
{
    /// <summary>The names of a site that carries its review.</summary>
    public static ReviewNames From(SiteIndex site)
    {
        var pages = Pages(site).ToHashSet();
        return new(site.Content.Statistics, pages.Contains, run => site.HasSlice(run.Slice) && site.Dataset(run.Slice).IsHidden);
    }

    public PageLink? Statistic(string id) =>
        Statistics.FirstOrDefault(s => s.Id == id) is { } definition && Has(SiteAddresses.Definition(id)) ? StatisticBlock.LinkTo(definition) : null;

    public string UnitOf(string id) => Statistics.FirstOrDefault(s => s.Id == id)?.Unit ?? "";

    public NamedThing Head(RunReview run, HeadAddress head) => Named(run.NameOf(head), SiteAddresses.Head(run.Run.Model, head));

    public NamedThing Example(RunReview run, string id) => Named(id, SiteAddresses.Example(run.Run.Model, run.Run.Slice, id));

    public NamedThing Model(RunReview run) => Named(run.Run.Model, SiteAddresses.Model(run.Run.Model));

    public NamedThing Slice(RunReview run) => Named(run.Run.Slice, SiteAddresses.Slice(run.Run.Slice));

    private NamedThing Named(string text, SitePath page) => new(text, Has(page) ? new(text, page) : null);

    private static IEnumerable<SitePath> Pages(SiteIndex site) =>
    [
        .. site.Content.Models.Select(m => SiteAddresses.Model(m.Id)),
        .. site.Content.Models.SelectMany(m => site.HeadsOf(m.Id).Select(h => SiteAddresses.Head(m.Id, h))),
        .. site.Slices.Select(SiteAddresses.Slice),
        .. site.Content.Statistics.Select(s => SiteAddresses.Definition(s.Id)),
        .. site.Content.Runs.SelectMany(r => r.Shown.Select(s => SiteAddresses.Example(r.ModelId, r.SliceId, r.Table.Examples[s.Index].Id))),
    ];
}

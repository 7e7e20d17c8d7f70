using IzzyViz.Analysis.Reviews;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Pages;

/// <summary>Links the subjects of a review to their pages. A review may speak of what this site no longer has; that is named without a link.</summary>
internal sealed class ReviewNames(SiteIndex site)
{
    public PageLink? Statistic(string id) =>
        site.Content.Statistics.FirstOrDefault(s => s.Id == id) is { } definition ? StatisticBlock.LinkTo(definition) : null;

    public string UnitOf(string id) => site.Content.Statistics.FirstOrDefault(s => s.Id == id)?.Unit ?? "";

    public NamedThing Head(RunReview run, HeadAddress head)
    {
        var name = run.NameOf(head);
        return new(name, site.HeadsOf(run.Run.Model).Contains(head) ? new(name, SiteAddresses.Head(run.Run.Model, head)) : null);
    }

    public NamedThing Example(RunReview run, string id) =>
        new(id, IsShown(run.Run, id) ? new(id, SiteAddresses.Example(run.Run.Model, run.Run.Slice, id)) : null);

    public NamedThing Model(RunReview run) =>
        new(run.Run.Model, site.Content.Models.Any(m => m.Id == run.Run.Model) ? new(run.Run.Model, SiteAddresses.Model(run.Run.Model)) : null);

    public NamedThing Slice(RunReview run) =>
        new(run.Run.Slice, site.HasSlice(run.Run.Slice) ? new(run.Run.Slice, SiteAddresses.Slice(run.Run.Slice)) : null);

    /// <summary>Rows of a hidden dataset are counted and never named.</summary>
    public bool IsHidden(RunReview run) => site.HasSlice(run.Run.Slice) && site.Dataset(run.Run.Slice).IsHidden;

    private bool IsShown(RunKey run, string id) =>
        site.RunsOf(run.Model).Where(r => r.SliceId == run.Slice).SelectMany(r => r.Shown.Select(s => r.Table.Examples[s.Index].Id)).Contains(id, StringComparer.Ordinal);
}

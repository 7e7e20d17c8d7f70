using IzzyViz.Analysis.Reviews;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>One statistic on both sides.</summary>
internal sealed record SideStatistic(PageLink Definition, Quantity First, Quantity Second, Quantity Change, string? Interval, int Count)
{
    public static SideStatistic From(ComparisonView view, HeadChange change)
    {
        var move = SideMove.From(view, view.Plan.Sides[0].Model, change);
        return new(move.Statistic.Link!, move.First, move.Second, move.Change, move.Interval, move.Count);
    }
}

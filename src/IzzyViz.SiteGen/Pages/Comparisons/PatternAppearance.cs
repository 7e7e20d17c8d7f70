using System.Collections.Immutable;
using IzzyViz.SiteGen.Pages.Definitions;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>A head that follows a pattern at the last checkpoint, and since when.</summary>
/// <param name="Since">The first checkpoint from which on it follows it at every later one.</param>
/// <param name="Before">The share at the checkpoint before that; absent where it did from the first.</param>
internal sealed record PatternAppearance(PageLink Head, PageLink Pattern, PageLink Since, bool FromTheStart, Quantity Before, Quantity There, Quantity AtTheEnd)
{
    public static ImmutableArray<PatternAppearance> Of(ComparisonView view, ImmutableArray<RunContent> runs) =>
    [
        .. runs[^1].Summary.Heads
            .Select((head, index) => (Head: head, Index: index, Pattern: PatternWords.Of(head)))
            .Where(h => h.Pattern is not null)
            .Select(h => Of(view, runs, (h.Index, h.Pattern!.StatisticId)))
            .OrderBy(a => a.FromTheStart),
    ];

    private static PatternAppearance Of(ComparisonView view, ImmutableArray<RunContent> runs, (int Head, string Statistic) what)
    {
        double At(int step) => runs[step].Summary.Heads[what.Head].Statistics.First(s => s.StatisticId == what.Statistic).Mean;
        var since = runs.Length - 1;
        while (since > 0 && At(since - 1) >= PatternWords.Notable)
        {
            since--;
        }

        var (address, model, definition) = (runs[^1].Table.Heads[what.Head], runs[^1].ModelId, view.Site.Statistic(what.Statistic));
        return new(
            new(view.NameOf(model, address), SiteAddresses.Head(model, address)),
            StatisticBlock.LinkTo(definition),
            new(view.Label(runs[since].ModelId), SiteAddresses.Head(runs[since].ModelId, address)),
            since == 0,
            Quantity.Of(since == 0 ? double.NaN : At(since - 1), definition.Unit),
            Quantity.Of(At(since), definition.Unit),
            Quantity.Of(At(runs.Length - 1), definition.Unit));
    }
}

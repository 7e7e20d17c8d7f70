using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>Where there are more heads than colours: those whose tokens put most of their weight on one key, a mean over the tokens that have a choice.</summary>
internal static class ClearestHeads
{
    /// <summary>In their own order; of equal heads the first.</summary>
    public static ImmutableArray<AttentionMap> Of(ImmutableArray<AttentionMap> maps, int most) => maps.Length <= most
        ? maps
        : [.. maps.Index().OrderByDescending(m => Clarity(m.Item)).ThenBy(m => m.Index).Take(most).OrderBy(m => m.Index).Select(m => m.Item)];

    /// <summary>Empty where all are shown.</summary>
    public static string Words(int shown, int all) =>
        shown == all ? "" : $"Of {FigureNumber.Count(all)} heads the {shown} whose tokens put most weight on a single key are drawn. ";

    private static double Clarity(AttentionMap map) => Enumerable.Range(0, map.Axes.Queries.Count)
        .Where(q => map.Axes.Mask.VisibleCount(q) > 1)
        .Select(q => Enumerable.Range(0, map.Axes.Keys.Count).Where(k => map.Axes.Mask[q, k]).Max(k => (double)map[q, k]))
        .DefaultIfEmpty(0)
        .Average();
}

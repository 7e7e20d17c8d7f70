using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Figures.Lens;

/// <summary>The strongest cells of a map: exactly n where so many exist; masked cells never, and no row that has no choice; ties by row, then by column.</summary>
internal static class TopCells
{
    // Among equals the one that is read last is the weakest.
    private static readonly Comparer<StrongCell> WeakestFirst = Comparer<StrongCell>.Create((a, b) =>
        a.Value != b.Value ? a.Value.CompareTo(b.Value) : a.Row != b.Row ? b.Row.CompareTo(a.Row) : b.Column.CompareTo(a.Column));

    public static ImmutableArray<StrongCell> Of(AttentionMap map, int count, bool countsForcedRows = false) => Of(WeightMap.Of(map), count, countsForcedRows);

    public static ImmutableArray<StrongCell> Of(WeightMap map, int count, bool countsForcedRows = false)
    {
        var kept = new PriorityQueue<StrongCell, StrongCell>(Math.Min(count, map.Values.Values.Length), WeakestFirst);
        foreach (var cell in Visible(map, countsForcedRows ? 1 : 2))
        {
            if (kept.Count < count)
            {
                kept.Enqueue(cell, cell);
            }
            else if (count > 0 && cell.Value > kept.Peek().Value)
            {
                kept.EnqueueDequeue(cell, cell);
            }
        }

        return [.. kept.UnorderedItems.Select(item => item.Element).OrderDescending(WeakestFirst)];
    }

    /// <summary>Whether some query sees a single key, as the first of a decoder does.</summary>
    public static bool HasForcedRows(AttentionMask mask) => Enumerable.Range(0, mask.Queries).Any(query => mask.VisibleCount(query) == 1);

    private static IEnumerable<StrongCell> Visible(WeightMap map, int leastKeys)
    {
        foreach (var query in Enumerable.Range(0, map.Axes.Queries.Count).Where(q => map.Axes.Mask.VisibleCount(q) >= leastKeys))
        {
            for (var key = 0; key < map.Axes.Keys.Count; key++)
            {
                if (map.Axes.Mask[query, key])
                {
                    yield return new(query, key, map[query, key]);
                }
            }
        }
    }
}

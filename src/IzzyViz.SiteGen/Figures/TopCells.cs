using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures;

/// <summary>The strongest cells of a map: exactly n where so many exist, masked cells never; ties by row, then by column.</summary>
internal static class TopCells
{
    // Among equals the one that is read last is the weakest.
    private static readonly Comparer<StrongCell> WeakestFirst = Comparer<StrongCell>.Create((a, b) =>
        a.Value != b.Value ? a.Value.CompareTo(b.Value) : a.Row != b.Row ? b.Row.CompareTo(a.Row) : b.Column.CompareTo(a.Column));

    public static ImmutableArray<StrongCell> Of(AttentionMap map, int count)
    {
        var kept = new PriorityQueue<StrongCell, StrongCell>(count, WeakestFirst);
        foreach (var cell in Visible(map))
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

    private static IEnumerable<StrongCell> Visible(AttentionMap map)
    {
        for (var query = 0; query < map.Axes.Queries.Count; query++)
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

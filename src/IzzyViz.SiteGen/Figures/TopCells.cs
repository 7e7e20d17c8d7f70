using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures;

/// <summary>The strongest cells of a map: exactly n where so many exist, masked cells never; ties by row, then by column.</summary>
internal static class TopCells
{
    public static ImmutableArray<StrongCell> Of(AttentionMap map, int count)
    {
        // Order of taking out: weakest first, and among equals the one that is read last.
        var weakestFirst = Comparer<StrongCell>.Create((a, b) =>
            a.Value.CompareTo(b.Value) is var byValue and not 0 ? byValue : (b.Row, b.Column).CompareTo((a.Row, a.Column)));
        var kept = new SortedSet<StrongCell>(weakestFirst);
        foreach (var cell in Visible(map))
        {
            if (kept.Count < count)
            {
                kept.Add(cell);
            }
            else if (count > 0 && cell.Value > kept.Min.Value)
            {
                kept.Remove(kept.Min);
                kept.Add(cell);
            }
        }

        return [.. kept.Reverse()];
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

using IzzyViz.Analysis.Summaries;

namespace IzzyViz.SiteGen.Figures.Views;

/// <summary>The mean weight each key receives from the queries that can see it; 0 where none can.</summary>
internal static class ReceivedWeight
{
    public static double[] Of(AttentionMap map) => [.. Enumerable.Range(0, map.Axes.Keys.Count).Select(key => Of(map, key))];

    private static double Of(AttentionMap map, int key)
    {
        var (sum, count) = (0.0, 0);
        for (var query = 0; query < map.Axes.Queries.Count; query++)
        {
            if (map.Axes.Mask[query, key])
            {
                (sum, count) = (sum + map[query, key], count + 1);
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Comparisons;

/// <summary>Takes columns out of a run's table under other names, so that heads which go together can be compared as if they had one number.</summary>
public static class HeadSelection
{
    /// <param name="heads">By the name a head gets: the head whose values it has. Heads the table does not have are left out.</param>
    public static RunTable Take(RunTable table, IEnumerable<HeadPair> heads)
    {
        ImmutableArray<(HeadAddress Name, int From)> columns = [.. heads.Select(h => (h.First, table.Heads.IndexOf(h.Second))).Where(c => c.Item2 >= 0)];
        var values = new float[table.Examples.Length * columns.Length * table.StatisticIds.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (row, statistic) = Math.DivRem(i, table.StatisticIds.Length);
            var (example, column) = Math.DivRem(row, columns.Length);
            values[i] = table[example, columns[column].From, statistic];
        }

        return table with { Heads = [.. columns.Select(c => c.Name)], Values = values };
    }
}

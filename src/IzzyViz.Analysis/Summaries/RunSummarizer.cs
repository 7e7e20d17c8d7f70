using System.Collections.Immutable;

namespace IzzyViz.Analysis.Summaries;

/// <summary>One value per example to what pages show of a slice. Every example counts the same, however long it is.</summary>
public static class RunSummarizer
{
    public static RunSummary Summarize(RunTable table)
    {
        var column = new StatisticColumn(table);
        return new RunSummary
        {
            Table = table,
            Heads = [.. table.Heads.Select((head, h) => new HeadSummary(head, Summarize(table, column, h)))],
            Outputs = OutputSummarizer.Summarize([.. table.Examples.Select(e => e.Outputs)]),
        };
    }

    private static ImmutableArray<StatisticSummary> Summarize(RunTable table, StatisticColumn column, int head) =>
        [.. table.StatisticIds.Select((id, statistic) => column.Load(head, statistic).Summarize(id))];
}

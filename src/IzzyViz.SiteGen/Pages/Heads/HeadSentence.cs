using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Sites;

namespace IzzyViz.SiteGen.Pages.Heads;

/// <summary>Says in one sentence what a head does: the strongest of the patterns that are shares of its weight.</summary>
internal static class HeadSentence
{
    /// <summary>Below this share a head is said to follow none of the patterns.</summary>
    private const double Notable = 0.25;

    private static readonly (string Id, string Words)[] Patterns =
    [
        ("previous-token", "on the previous token"),
        ("next-token", "on the next token"),
        ("self", "on the token itself"),
        ("duplicate-token", "on other copies of the same token"),
        ("induction", "on the token that followed the last copy of this one"),
        ("sink-mass", "on the sink, the first token"),
        ("special-token-mass", "on special tokens"),
    ];

    public static string Of(string name, RunContent run, HeadSummary head)
    {
        if (Strongest(head) is not { } found)
        {
            return $"Head {name} was measured on {Words.Count(run.Table.Examples.Length, "example")} of {run.SliceId}.";
        }

        var (statistic, words) = found;
        var share = Quantity.Rounded(statistic.Mean, "share");
        return statistic.Mean >= Notable
            ? $"Head {name} puts {share} of its weight {words} ({Spread(statistic)} of {run.SliceId})."
            : $"Head {name} follows none of the measured patterns: the strongest, weight {words}, is {share} ({Spread(statistic)} of {run.SliceId}).";
    }

    /// <summary>Whether a statistic is the share of a head's weight that follows a pattern.</summary>
    public static bool IsPattern(string statistic) => Patterns.Any(p => p.Id == statistic);

    /// <summary>The statistic that characterises a head, or its first one where it has no pattern statistic.</summary>
    public static StatisticSummary? Characteristic(HeadSummary head) =>
        Strongest(head)?.Statistic ?? head.Statistics.FirstOrDefault(s => s.Count > 0);

    private static (StatisticSummary Statistic, string Words)? Strongest(HeadSummary head)
    {
        var found = Patterns
            .SelectMany(p => head.Statistics.Where(s => s.StatisticId == p.Id && s.Count > 0).Select(s => (Statistic: s, p.Words)))
            .OrderByDescending(p => p.Statistic.Mean)
            .ToList();
        return found is [var first, ..] ? first : null;
    }

    private static string Spread(StatisticSummary statistic)
    {
        var examples = Words.Count(statistic.Count, "example");
        return double.IsNaN(statistic.IntervalLow)
            ? $"from {Quantity.Rounded(statistic.Minimum, "share")} to {Quantity.Rounded(statistic.Maximum, "share")} in {examples}"
            : $"95\u00a0% interval {Quantity.Rounded(statistic.IntervalLow, "share")} to {Quantity.Rounded(statistic.IntervalHigh, "share")}, {examples}";
    }
}

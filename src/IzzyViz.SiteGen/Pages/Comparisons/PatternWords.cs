using IzzyViz.Analysis.Summaries;
using IzzyViz.SiteGen.Pages.Heads;

namespace IzzyViz.SiteGen.Pages.Comparisons;

/// <summary>The pattern a head follows, as the sentence of its page says it.</summary>
internal static class PatternWords
{
    /// <summary>From this share of the weight on a head follows a pattern.</summary>
    public const double Notable = 0.25;

    /// <summary>The strongest pattern of a head where it is notable; null where it follows none.</summary>
    public static StatisticSummary? Of(HeadSummary head) =>
        HeadSentence.Characteristic(head) is { } strongest && HeadSentence.IsPattern(strongest.StatisticId) && strongest.Mean >= Notable ? strongest : null;
}

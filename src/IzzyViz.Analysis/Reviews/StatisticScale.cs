using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Reviews;

/// <summary>
/// The range of a statistic, by which changes in different units are compared: 1 for shares, ln T for nats, T for tokens, T being the
/// number of tokens. A weight that moves by t moves a statistic by about t times its range.
/// </summary>
public static class StatisticScale
{
    /// <summary>1 for a statistic that is not in the catalogue.</summary>
    /// <param name="tokens">T; less than 1 counts as 1.</param>
    public static double Of(string statisticId, double tokens) =>
        StatisticCatalogue.TryGet(statisticId, out var definition) ? OfUnit(definition.Unit, tokens) : 1;

    private static double OfUnit(string unit, double tokens) => unit switch
    {
        "tokens" => Math.Max(1, tokens),
        "nats" => Math.Max(1, Math.Log(Math.Max(1, tokens))),
        _ => 1,
    };
}

using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Summaries;

/// <summary>One statistic of one head over the examples of a table; one buffer is used again for every column.</summary>
internal sealed class StatisticColumn(RunTable table)
{
    private readonly float[] _values = new float[table.Examples.Length];
    private readonly double[] _sorted = new double[table.Examples.Length];
    private int _count;

    /// <summary>The values that are defined, ascending.</summary>
    private ReadOnlySpan<double> Sorted => _sorted.AsSpan(0, _count);

    public StatisticColumn Load(int head, int statistic)
    {
        _count = 0;
        for (var example = 0; example < _values.Length; example++)
        {
            var value = _values[example] = table[example, head, statistic];
            if (!float.IsNaN(value))
            {
                _sorted[_count++] = value;
            }
        }

        _sorted.AsSpan(0, _count).Sort();
        return this;
    }

    public StatisticSummary Summarize(string id) => _count == 0
        ? new StatisticSummary { StatisticId = id, Count = 0, Undefined = _values.Length }
        : WithExamples(Describe(id, CentralMoments.Of(Sorted), MeanInterval.Of(Sorted)));

    private StatisticSummary Describe(string id, CentralMoments moments, MeanInterval interval) => new()
    {
        StatisticId = id,
        Count = _count,
        Undefined = _values.Length - _count,
        Mean = moments.Mean,
        StandardDeviation = moments.StandardDeviation,
        Minimum = Sorted[0],
        LowerQuartile = Quantiles.Of(Sorted, 0.25),
        Median = Quantiles.Of(Sorted, 0.5),
        UpperQuartile = Quantiles.Of(Sorted, 0.75),
        Maximum = Sorted[^1],
        IntervalLow = interval.Low,
        IntervalHigh = interval.High,
    };

    // Among equal values the earlier example; with an even count the lower of the two middle ones.
    private StatisticSummary WithExamples(StatisticSummary summary) => summary with
    {
        Points = _count < MeanInterval.MinimumCount ? [.. _values.Where(v => !float.IsNaN(v))] : [],
        LowestExample = Array.IndexOf(_values, (float)Sorted[0]),
        MedianExample = Array.IndexOf(_values, (float)Sorted[(_count - 1) / 2]),
        HighestExample = Array.IndexOf(_values, (float)Sorted[^1]),
    };
}

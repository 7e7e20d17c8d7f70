using System.Collections.Immutable;

namespace IzzyViz.Analysis.Summaries;

/// <summary>One model over one slice, aggregated: what model, head and slice pages show.</summary>
public sealed record RunSummary
{
    public required RunTable Table { get; init; }

    /// <summary>In the order of <see cref="RunTable.Heads"/>.</summary>
    public required ImmutableArray<HeadSummary> Heads { get; init; }

    public required OutputAggregate Outputs { get; init; }
}

/// <param name="Statistics">In the order of the table's statistic ids.</param>
public sealed record HeadSummary(HeadAddress Head, ImmutableArray<StatisticSummary> Statistics);

/// <summary>One statistic of one head over the examples of a slice.</summary>
public sealed record StatisticSummary
{
    public required string StatisticId { get; init; }

    /// <summary>Examples in which the statistic is defined.</summary>
    public required int Count { get; init; }

    /// <summary>Examples in which no row counts, so that there is no value.</summary>
    public required int Undefined { get; init; }

    public double Mean { get; init; } = double.NaN;

    /// <summary>Sample standard deviation (n - 1).</summary>
    public double StandardDeviation { get; init; } = double.NaN;

    public double Minimum { get; init; } = double.NaN;

    public double LowerQuartile { get; init; } = double.NaN;

    public double Median { get; init; } = double.NaN;

    public double UpperQuartile { get; init; } = double.NaN;

    public double Maximum { get; init; } = double.NaN;

    /// <summary>95 % bootstrap interval of the mean; NaN below 30 examples, where <see cref="Points"/> are shown instead.</summary>
    public double IntervalLow { get; init; } = double.NaN;

    public double IntervalHigh { get; init; } = double.NaN;

    /// <summary>Every value, in example order, where there are fewer than 30.</summary>
    public ImmutableArray<float> Points { get; init; } = [];

    /// <summary>Indices into the table's examples with the lowest, the median and the highest value; -1 where undefined.</summary>
    public int LowestExample { get; init; } = -1;

    public int MedianExample { get; init; } = -1;

    public int HighestExample { get; init; } = -1;
}

/// <param name="Accuracy">Share of labelled examples answered as labelled (exact match for translators); null without labels.</param>
/// <param name="MeanLoss">Nats per example or per token, as the model's kind has it; null where there is none.</param>
public sealed record OutputAggregate(int Count, int Labelled, double? Accuracy, double? MeanLoss, double? MeanMargin);

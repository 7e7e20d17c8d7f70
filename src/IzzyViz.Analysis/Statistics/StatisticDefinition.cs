using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Statistics;

/// <summary>One number about one head over one example: what it is, where it comes from, and how it is computed.</summary>
public sealed record StatisticDefinition
{
    /// <summary>Kebab-case, as in the manifest and in addresses: <c>previous-token</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Goes up whenever a value could change; stored results of another version are not used.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    /// <summary>"nats", "tokens", or "share" for 0…1.</summary>
    public required string Unit { get; init; }

    /// <summary>The formula as plain text with Unicode mathematics.</summary>
    public required string Formula { get; init; }

    /// <summary>The question it answers, one sentence.</summary>
    public required string Question { get; init; }

    /// <summary>Which rows and keys count.</summary>
    public required string Counts { get; init; }

    /// <summary>What it cannot show, and its edge cases.</summary>
    public required string Limits { get; init; }

    /// <summary>Paper and equation, or "IzzyViz" for our own.</summary>
    public required string Source { get; init; }

    /// <summary>True where longer texts give larger values by themselves; pages say so.</summary>
    public bool GrowsWithLength { get; init; }

    /// <summary>The largest value possible where there is one, for shared colour scales; null where it depends on length.</summary>
    public double? Maximum { get; init; }

    public required Func<AttentionKind, bool> AppliesTo { get; init; }

    public required Measure Measure { get; init; }

    /// <summary>Fewer rows that count than this, and there is no value.</summary>
    public int MinimumRows { get; init; } = 1;

    /// <summary>One row's part, where the statistic is a mean over rows: then all statistics of a head share one walk over it.</summary>
    internal RowMeasure? Row { get; init; }
}

/// <summary>The statistic of one head over one example; NaN where no row counts.</summary>
public delegate double Measure(in AttentionView view);

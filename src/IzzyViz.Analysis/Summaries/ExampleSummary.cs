using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Summaries;

/// <summary>Everything kept from one model over one example.</summary>
public sealed record ExampleSummary
{
    public required string ExampleId { get; init; }

    /// <summary>The encoder's or the decoder-only model's tokens.</summary>
    public required TokenSequence Source { get; init; }

    /// <summary>The decoder's tokens in an encoder-decoder; null elsewhere.</summary>
    public TokenSequence? Target { get; init; }

    public ModelOutputs Outputs { get; init; } = ModelOutputs.None;

    public required ImmutableArray<ModuleSummary> Modules { get; init; }

    public IEnumerable<AttentionMap> Maps => Modules.SelectMany(m => m.Maps);
}

/// <summary>One attention module of one example.</summary>
public sealed record ModuleSummary
{
    public required AttentionModule Module { get; init; }

    public required AttentionAxes Axes { get; init; }

    public required SelfCheck Check { get; init; }

    /// <summary>Statistics <c>[head][statistic]</c> in the order of the run's statistic ids; NaN where undefined.</summary>
    public required ImmutableArray<ImmutableArray<double>> Statistics { get; init; }

    /// <summary>One per head where the example is drawn; empty elsewhere, and where the check failed.</summary>
    public ImmutableArray<AttentionMap> Maps { get; init; } = [];
}

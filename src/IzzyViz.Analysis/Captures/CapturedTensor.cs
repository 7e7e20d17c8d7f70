using System.Collections.Immutable;

namespace IzzyViz.Analysis.Captures;

/// <summary>A small tensor of a run, copied out of the runtime: row-major 32-bit floats that outlive the capture.</summary>
public sealed record CapturedTensor(ImmutableArray<long> Dims, ReadOnlyMemory<float> Data)
{
    public ReadOnlySpan<float> Values => Data.Span;

    /// <summary>The graph's own name of the tensor it was read from; nodes of ours begin with <c>izzyviz/</c>.</summary>
    public string Tensor { get; init; } = "";
}

/// <summary>Queries, keys and values of one module in one run, each null where it was not asked for, or could not be had or proved.</summary>
public sealed record CapturedProjections
{
    internal static readonly CapturedProjections None = new();

    /// <summary><c>[batch, head, token, size]</c>, one per query head: after rotary embedding and whatever scaling the graph applies to it.</summary>
    public CapturedTensor? Query { get; init; }

    /// <summary><c>[batch, kv head, token, size]</c>, a cache before the new tokens; query head h reads key/value head h·KV/H.</summary>
    public CapturedTensor? Key { get; init; }

    /// <summary><c>[batch, kv head, token, size]</c>.</summary>
    public CapturedTensor? Value { get; init; }

    /// <summary>What q·kᵀ is still multiplied by before the softmax, by head, fitted to the probabilities; empty where they follow from more than q·kᵀ.</summary>
    public ImmutableArray<double> Scales { get; init; } = [];

    /// <summary>Root mean square of softmax(q·kᵀ·scale) less the probabilities, relative to their spread, over sampled rows; NaN where not taken.</summary>
    public double ScoreError { get; init; } = double.NaN;

    /// <summary>Largest difference of q·(kᵀ·r) from the graph's own product times a vector r, relative to its scale; NaN where not taken.</summary>
    public double ProductError { get; init; } = double.NaN;

    /// <summary>Largest difference of weights times values from the graph's own tensor, over one projection, relative to its scale; NaN where not taken.</summary>
    public double ValueError { get; init; } = double.NaN;
}

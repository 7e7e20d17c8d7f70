using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Running;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Captures;

/// <summary>One module's probabilities in one run. The memory belongs to the capture and ends with it.</summary>
public sealed class CapturedModule
{
    private readonly WeightsBuffer _buffer;

    internal CapturedModule(AttentionModule module, WeightsBuffer buffer) => (Module, _buffer) = (module, buffer);

    public AttentionModule Module { get; internal init; }

    public int Batch => (int)_buffer.Dims[0];

    public int Heads => (int)_buffer.Dims[1];

    public int Queries => (int)_buffer.Dims[2];

    public int Keys => (int)_buffer.Dims[3];

    /// <summary>Which cells exist, for the first example.</summary>
    public required AttentionMask Mask { get; init; }

    public required MaskSource MaskSource { get; init; }

    public required SelfCheck Check { get; init; }

    /// <summary>Queries, keys and values, as far as they were asked for and proved.</summary>
    public CapturedProjections Projections { get; internal init; } = CapturedProjections.None;

    public CapturedTensor? Query => Projections.Query;

    public CapturedTensor? Key => Projections.Key;

    public CapturedTensor? Value => Projections.Value;

    /// <summary>One head's probabilities <c>[query, key]</c>.</summary>
    public ReadOnlySpan<float> Head(int head, int example = 0) => _buffer.Map((example * Heads) + head);

    /// <summary>The probabilities of one example <c>[head, query, key]</c>; a copy where heads are read apart, so that <see cref="Head"/> is the better way to many.</summary>
    public ReadOnlySpan<float> Weights(int example = 0) => _buffer.Range(example * Heads, Heads);

    /// <summary>All examples <c>[batch, head, query, key]</c>.</summary>
    public ReadOnlySpan<float> AllWeights => _buffer.Range(0, Batch * Heads);

    public ImmutableArray<long> Dims => _buffer.Dims;
}

/// <summary>How it is known which cells are masked.</summary>
public enum MaskSource
{
    /// <summary>Every cell has weight: nothing is masked.</summary>
    None,

    /// <summary>The graph or its config says so.</summary>
    Graph,

    /// <summary>The cells are exactly zero in every head.</summary>
    Data,
}

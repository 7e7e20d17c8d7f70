using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Captures;

/// <summary>One head's probabilities <c>[query, key]</c> as a span into captured memory, with the roles needed to read them.</summary>
public readonly ref struct AttentionView(ReadOnlySpan<float> weights, AttentionAxes axes)
{
    public ReadOnlySpan<float> Weights { get; } = weights;

    public AttentionAxes Axes { get; } = axes;

    public float this[int query, int key] => Weights[(query * Axes.Keys.Count) + key];

    /// <summary>What one query gives to each key, <c>[key]</c>.</summary>
    public ReadOnlySpan<float> Row(int query) => Weights.Slice(query * Axes.Keys.Count, Axes.Keys.Count);
}

/// <summary>What the rows and columns of a module's maps are; shared by all its heads.</summary>
/// <param name="Queries">The attending tokens, one per row.</param>
/// <param name="Keys">The tokens attended to, one per column; the same sequence as the queries in self-attention.</param>
public sealed record AttentionAxes(TokenSequence Queries, TokenSequence Keys, AttentionMask Mask)
{
    public bool IsSelf => ReferenceEquals(Queries, Keys) || Queries.Equals(Keys);
}

using IzzyViz.Analysis.Captures;

namespace IzzyViz.Analysis.Summaries;

/// <summary>An owned copy of one head's probabilities <c>[query, key]</c>, kept only where a figure asked for it.</summary>
public sealed record AttentionMap(HeadAddress Head, AttentionAxes Axes, ReadOnlyMemory<float> Weights)
{
    public AttentionView View => new(Weights.Span, Axes);

    public float this[int query, int key] => Weights.Span[(query * Axes.Keys.Count) + key];
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Benchmarks.Captures;

/// <param name="Inner">Features between the two layers of the feed-forward part.</param>
internal sealed record BertSizes(int Layers, int Heads, int HeadSize, int Inner)
{
    public static readonly BertSizes Base = new(12, 12, 64, 3072);

    public int Vocabulary { get; init; } = 1000;

    public AttentionForm Form { get; init; }

    /// <summary>Whether queries see earlier keys only, as in a decoder.</summary>
    public bool IsCausal { get; init; }

    /// <summary>Whether each layer takes keys and values of earlier tokens.</summary>
    public bool HasPast { get; init; }

    public int Size => Heads * HeadSize;

    public int KeyValueHeads => Form == AttentionForm.Grouped ? Heads / 3 : Heads;

    public long Opset => Form == AttentionForm.Standard ? 23 : 18;

    /// <summary>What a layer's cache is called: keys and values in one tensor where the operator wants that.</summary>
    public ImmutableArray<string> PastNames(int layer) => !HasPast ? []
        : Form is AttentionForm.Packed or AttentionForm.Quantised ? [$"past_{layer}"] : [$"past_key_values.{layer}.key", $"past_key_values.{layer}.value"];

    public int PastRank => Form is AttentionForm.Packed or AttentionForm.Quantised ? 5 : 4;

    /// <summary>A filled cache of each layer.</summary>
    public ImmutableSortedDictionary<string, Tensor> Pasts(int length)
    {
        var random = new Random(11);
        ImmutableArray<long> shape = [1, KeyValueHeads, length, HeadSize];
        shape = PastRank == 5 ? shape.Insert(0, 2) : shape;
        Tensor Filled() => Tensor.Of([.. Enumerable.Range(0, (int)shape.Aggregate(1L, (p, d) => p * d)).Select(_ => random.NextSingle() - 0.5f)], shape);
        return Enumerable.Range(0, Layers).SelectMany(l => PastNames(l)).ToImmutableSortedDictionary(n => n, _ => Filled(), StringComparer.Ordinal);
    }
}

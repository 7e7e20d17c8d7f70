using System.Text.Json.Serialization;
using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Models;

/// <summary>One place in the graph where attention happens.</summary>
public sealed record AttentionModule
{
    public required AttentionKind Kind { get; init; }

    /// <summary>Counts the layers of its stack from 0, layers without attention included where names or config tell.</summary>
    public required int Layer { get; init; }

    /// <summary>Query heads; 0 where only a run can tell.</summary>
    public required int Heads { get; init; }

    /// <summary>Key/value heads; less than <see cref="Heads"/> in grouped-query attention, where query head h reads kv head h·KV/H.</summary>
    public int KeyValueHeads { get; init; }

    /// <summary>How many keys back a query can see, where the graph limits it.</summary>
    public int? Window { get; init; }

    public CaptureMechanism Mechanism { get; init; }

    /// <summary>The graph's own name of the tensor the probabilities are read from.</summary>
    public string Tensor { get; init; } = "";

    /// <summary>What rows promise to sum to.</summary>
    public RowSum RowSum { get; init; }

    /// <summary>More products of values that the same weights enter: of this layer or of later ones, which have no weights of their own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FurtherProducts { get; init; }

    /// <summary>Why it cannot be captured; null where it can.</summary>
    [JsonIgnore]
    public Diagnostic? Refused { get; init; }

    /// <summary>The contract's name: <c>encoder.0</c>, <c>decoder.3</c>, <c>cross.1</c>.</summary>
    [JsonIgnore]
    public string Name => $"{Kind.ToString().ToLowerInvariant()}.{Layer}";
}

public enum RowSum
{
    /// <summary>Plain softmax.</summary>
    One,

    /// <summary>Softmax with a sink, or with cells cleared behind it: the rest is mass on no token.</summary>
    AtMostOne,

    /// <summary>Differential attention: weights may be negative.</summary>
    Any,
}

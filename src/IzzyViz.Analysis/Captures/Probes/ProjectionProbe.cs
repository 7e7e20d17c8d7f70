using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Captures.Probes;

/// <summary>One operand of a product: the tensor and how it is transposed to <c>[…, token, feature]</c>.</summary>
/// <param name="IsTurned">Whether its last two axes change places.</param>
/// <param name="Order">The whole transposition, where it is another one; it comes first. An axis that the tensor has not, and that is spread, is -1.</param>
internal sealed record Operand(string Tensor, bool IsTurned, ImmutableArray<int> Order)
{
    public static Operand Of(string tensor) => new(tensor, false, []);
}

/// <summary>Where a site's queries, keys and values come out, and what they are proved by.</summary>
internal sealed record ProjectionProbe
{
    public Operand? Query { get; init; }

    public Operand? Key { get; init; }

    public Operand? Value { get; init; }

    /// <summary>The graph's own product of queries and keys, summed over keys with the factors of <see cref="Factors"/>; empty where not to be had.</summary>
    public string ProductSums { get; init; } = "";

    public string Factors { get; init; } = "";

    /// <summary>What the product multiplies by.</summary>
    public float ProductScale { get; init; } = 1;

    /// <summary>Added to the scores by a fused operator; empty for nothing.</summary>
    public string Bias { get; init; } = "";

    /// <summary>The soft cap of a fused operator; 0 for none.</summary>
    public float Cap { get; init; }

    /// <summary>The factor in front of a cap; 0 for one over the root of the size.</summary>
    public float Scale { get; init; }

    /// <summary>Weights times values, in whatever layout.</summary>
    public string Result { get; init; } = "";

    /// <summary>What weights times values is multiplied by.</summary>
    public float ResultScale { get; init; } = 1;

    /// <summary>Why there are none; null where there are.</summary>
    public string? Refused { get; init; }

    public OnnxNode? Replacement { get; init; }

    public ImmutableArray<OnnxNode> Nodes { get; init; } = [];

    public ImmutableArray<OnnxTensor> Tensors { get; init; } = [];

    public IEnumerable<string> Fetched => new[] { Query?.Tensor, Key?.Tensor, Value?.Tensor, ProductSums, Factors, Bias, Result }.OfType<string>().Where(t => t.Length > 0);

    public static ProjectionProbe No(string reason) => new() { Refused = reason };
}

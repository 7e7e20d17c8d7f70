using System.Collections.Immutable;
using IzzyViz.Analysis.Models.Axes;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models.Matching;

/// <summary>One place in the graph where queries weigh values by their keys, as the matchers found it.</summary>
internal sealed record AttentionSite
{
    /// <summary>The softmax, or the fused operator that holds it.</summary>
    public required OnnxNode Anchor { get; init; }

    /// <summary>The tensor of probabilities; empty inside a fused operator.</summary>
    public string Weights { get; init; } = "";

    /// <summary>The axis of <see cref="Weights"/> that runs over keys, from the end: 0, or 1 where keys come first.</summary>
    public int KeyAxis { get; init; }

    /// <summary>How <see cref="Weights"/> is transposed to <c>[…, query, key]</c>; empty where it already is, or where <see cref="KeyAxis"/> says all.</summary>
    public ImmutableArray<int> Order { get; init; } = [];

    /// <summary>Every query has its heads in an axis behind it.</summary>
    public bool QueriesComeFirst { get; init; }

    /// <summary>Batch and heads are folded into one axis with the heads outermost.</summary>
    public bool HeadsAreOutermost { get; init; }

    /// <summary>The queries are slots of parameters, whatever they have read by now, and the keys are not.</summary>
    public bool QueryIsLearned { get; init; }

    /// <summary>Queries and keys are slots of parameters, whatever they have read by now.</summary>
    public bool SlotsAttend { get; init; }

    /// <summary>The queries are seen to run over what is fed, and not over its examples.</summary>
    public bool QueryIsFed { get; init; }

    /// <summary>More products that the same weights enter.</summary>
    public int FurtherProducts { get; init; }

    /// <summary>Those of them in later layers, which read what this one gave.</summary>
    public int FurtherLayers { get; init; }

    public required string Query { get; init; }

    public required string Key { get; init; }

    public required string Value { get; init; }

    /// <summary>Weights times values, as the graph itself computes it.</summary>
    public required string Result { get; init; }

    /// <summary>The value product, where it is a plain one whose operands can be read back.</summary>
    public Product? Mixing { get; init; }

    /// <summary>The product of queries and keys, where it is written out.</summary>
    public Product? Scoring { get; init; }

    /// <summary>How many products of fed tensors the scores are a sum of.</summary>
    public int ScoreTerms { get; init; } = 1;

    public RowSum RowSum { get; init; }

    /// <summary>Why it cannot be captured; null where it can.</summary>
    public string? Refused { get; init; }

    public bool IsFused => Weights.Length == 0;
}

/// <summary>A softmax that was looked at and is something else.</summary>
internal sealed record RejectedSoftmax(OnnxNode Node, string Reason);

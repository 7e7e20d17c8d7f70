using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>What a model's graphs hold, read without touching its weights.</summary>
public sealed record ModelStructure
{
    /// <summary>Modules that can be captured and modules that are refused, in the order of kind and layer.</summary>
    public required ImmutableArray<AttentionModule> Modules { get; init; }

    public required ImmutableArray<ModelInputInfo> Inputs { get; init; }

    /// <summary>Everything with a softmax that is not captured, and why.</summary>
    public ImmutableArray<Refusal> Refusals { get; init; } = [];

    public ImmutableSortedDictionary<string, long> Opsets { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary><c>fp32</c>, <c>fp16</c>, <c>int8</c>, <c>int8-dynamic</c>, <c>int4</c> …</summary>
    public required string Precision { get; init; }

    /// <summary>Activations are quantised at run time: run one example at a time, unpadded, without graph optimisation.</summary>
    public bool HasDynamicQuantisation { get; init; }

    public long Bytes { get; init; }

    /// <summary>Longest input the model has positions for; null where nothing tells.</summary>
    public int? Positions { get; init; }

    public ModelTask Task { get; init; }

    /// <summary>Rows of the token embedding; null where it is not found. Ids from it on are not in the model.</summary>
    public long? VocabularyRows { get; init; }

    public ImmutableArray<string> OutputNames { get; init; } = [];

    /// <summary>Whether what it reads first is no text: images, sound. What a decoder writes does not count.</summary>
    public bool ReadsNoText => Inputs.Any(i => i.FedBy == InputRole.User && i.Type.IsFloat()) && !Inputs.Any(i => i.FedBy == InputRole.Tokens && i.Graph != GraphRole.Decoder && !i.Name.StartsWith("decoder_", StringComparison.Ordinal));
}

/// <param name="Node">The graph's own name of the node.</param>
public sealed record Refusal(string Code, string Node, string Why);

public enum ModelTask
{
    /// <summary>Hidden states only, of an encoder or of a decoder.</summary>
    Encoder,
    Classifier,

    /// <summary>A class per token.</summary>
    TokenClassifier,
    MaskedLanguageModel,
    CausalLanguageModel,
    Translator,

    /// <summary>One vector per text.</summary>
    Embedding,

    /// <summary>Neither config nor outputs tell.</summary>
    Unknown,
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Onnx;

namespace IzzyViz.Analysis.Models;

/// <summary>What tells a model's task.</summary>
internal sealed record TaskSigns
{
    /// <summary>Of the graph that answers.</summary>
    public required ImmutableArray<OnnxValue> Outputs { get; init; }

    public required ImmutableArray<AttentionModule> Modules { get; init; }

    /// <summary>A graph takes token ids.</summary>
    public required bool ReadsTokens { get; init; }

    /// <summary>How many tokens there are; null where nothing tells.</summary>
    public required long? Vocabulary { get; init; }

    public required ModelConfig Config { get; init; }
}

/// <summary>
/// What a model is for: from the config where it says so, else from the shapes of the outputs, their sizes beside that of the vocabulary, and the kinds of
/// attention. Where these do not tell, the task is not known.
/// </summary>
internal static class Tasks
{
    public static ModelTask Of(TaskSigns signs) =>
        signs.Outputs.Any(o => o.Name == "sentence_embedding") ? ModelTask.Embedding
        : signs.Outputs.FirstOrDefault(o => o.Name is "logits" or "output" or "scores") is { } answer ? Answering(answer, signs)
        : signs.Outputs.Any(IsHidden) ? ModelTask.Encoder
        : signs.Outputs.Any(IsVector) ? ModelTask.Embedding
        : ModelTask.Unknown;

    private static ModelTask Answering(OnnxValue answer, TaskSigns signs)
    {
        var says = (string part) => signs.Config.Architectures.Any(a => a.Contains(part, StringComparison.Ordinal));
        return signs.Modules.Any(m => m.Kind == AttentionKind.Cross) || signs.Config.IsEncoderDecoder ? ModelTask.Translator
            : says("TokenClassification") ? ModelTask.TokenClassifier
            : says("Classification") ? ModelTask.Classifier
            : !signs.ReadsTokens ? OfOtherInputs(answer)
            : says("MaskedLM") || says("ForPreTraining") ? ModelTask.MaskedLanguageModel
            : says("CausalLM") || says("LMHeadModel") ? ModelTask.CausalLanguageModel
            : OfTokens(answer, signs);
    }

    /// <summary>Images and features: only one row of numbers per input can be read as an answer.</summary>
    private static ModelTask OfOtherInputs(OnnxValue answer) => answer.Dims is { Length: 2 } ? ModelTask.Classifier : ModelTask.Unknown;

    private static ModelTask OfTokens(OnnxValue answer, TaskSigns signs)
    {
        var isCausal = signs.Modules.Any(m => m.Kind == AttentionKind.Decoder);
        return (answer.Dims?.Length, IsOfTokens(answer, signs.Vocabulary)) switch
        {
            (2, not true) => ModelTask.Classifier,
            (3, false) when answer.Name != "output" => ModelTask.TokenClassifier,
            (3, true) when isCausal => ModelTask.CausalLanguageModel,
            (3, true) when !signs.Modules.IsEmpty => ModelTask.MaskedLanguageModel,
            (3 or null, null) when isCausal => ModelTask.CausalLanguageModel,
            (null, null) when !signs.Config.Labels.IsEmpty => ModelTask.Classifier,
            _ => ModelTask.Unknown,
        };
    }

    /// <summary>Whether there is a number for every token of the vocabulary, which may be padded; null where a size is not known.</summary>
    private static bool? IsOfTokens(OnnxValue answer, long? vocabulary) => answer.Dims is [.., { Size: { } last }] && vocabulary is { } tokens ? last >= tokens : null;

    private static bool IsHidden(OnnxValue output) =>
        (output.Name.Contains("hidden_state", StringComparison.Ordinal) || output.Name == "token_embeddings") && output.Dims is null or { Length: 3 };

    private static bool IsVector(OnnxValue output) =>
        (output.Name.Contains("embed", StringComparison.Ordinal) || output.Name.StartsWith("pooler", StringComparison.Ordinal)) && output.Dims is null or { Length: 2 };
}

using System.Collections.Immutable;

namespace IzzyViz.Analysis.Models;

/// <summary>What a model is for, from the names of its outputs and its kinds of attention; the config decides between tasks that look alike.</summary>
internal static class Tasks
{
    public static ModelTask Of(ImmutableArray<string> outputs, ImmutableArray<AttentionModule> modules, ModelConfig config)
    {
        var says = (string part) => config.Architectures.Any(a => a.Contains(part, StringComparison.Ordinal));
        if (outputs.Any(o => o == "sentence_embedding"))
        {
            return ModelTask.Embedding;
        }

        if (!outputs.Any(o => o is "logits" or "output" or "scores"))
        {
            return outputs.Any(o => o.StartsWith("last_hidden_state", StringComparison.Ordinal)) ? ModelTask.Embedding : ModelTask.Encoder;
        }

        return modules.Any(m => m.Kind == AttentionKind.Cross) || config.IsEncoderDecoder ? ModelTask.Translator
            : says("TokenClassification") ? ModelTask.TokenClassifier
            : says("Classification") ? ModelTask.Classifier
            : modules.Any(m => m.Kind == AttentionKind.Decoder) ? ModelTask.CausalLanguageModel
            : says("MaskedLM") || says("ForPreTraining") ? ModelTask.MaskedLanguageModel
            : config.Labels.IsEmpty ? ModelTask.MaskedLanguageModel : ModelTask.Classifier;
    }
}

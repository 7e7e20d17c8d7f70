using IzzyViz.Analysis.Models;

namespace IzzyViz.SiteGen.Structures;

/// <summary>What a model is for, in the words of <c>inspect</c> and of every page.</summary>
internal static class TaskWords
{
    /// <summary>As in "a classifier".</summary>
    public static string NameOf(ModelTask task) => task switch
    {
        ModelTask.Encoder => "backbone",
        ModelTask.Classifier => "classifier",
        ModelTask.TokenClassifier => "token classifier",
        ModelTask.MaskedLanguageModel => "masked language model",
        ModelTask.CausalLanguageModel => "causal language model",
        ModelTask.Translator => "sequence-to-sequence model",
        ModelTask.Embedding => "embedding model",
        _ => "model",
    };

    /// <summary>The name and what it means: "token classifier (a class per token)".</summary>
    public static string Of(ModelTask task) => task == ModelTask.Unknown ? "not known" : MeaningOf(task) is { } meaning ? $"{NameOf(task)} ({meaning})" : NameOf(task);

    private static string? MeaningOf(ModelTask task) => task switch
    {
        ModelTask.Encoder => "hidden states only",
        ModelTask.TokenClassifier => "a class per token",
        ModelTask.Translator => "an encoder and a decoder",
        ModelTask.Embedding => "one vector per input",
        _ => null,
    };
}

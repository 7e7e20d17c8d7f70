using System.Globalization;
using IzzyViz.Analysis.Models;
using IzzyViz.SiteGen.Pages;

namespace IzzyViz.SiteGen.Cli.Inspecting;

/// <summary>What is said about a model as a whole.</summary>
internal static class StructureSummary
{
    public static IEnumerable<(string Name, string Value)> Of(ModelFolder folder, ModelStructure structure) =>
    [
        ("task", Task(structure.Task)),
        ("precision", structure.Precision + (structure.HasDynamicQuantisation ? ", activations quantised at run time: run one example at a time" : "")),
        ("size", Size(structure.Bytes)),
        ("opset", Opsets(structure)),
        ("tokenizer", folder.TokenizerPath ?? "none found"),
        ("positions", structure.Positions is { } positions ? $"{Number(positions)}, the longest input" : "not said"),
        ("vocabulary", structure.VocabularyRows is { } rows ? $"{Number(rows)} tokens" : "not found"),
    ];

    private static string Task(ModelTask task) => task switch
    {
        ModelTask.Encoder => "encoder (hidden states only)",
        ModelTask.Classifier => "classifier",
        ModelTask.TokenClassifier => "token classifier (a class per token)",
        ModelTask.MaskedLanguageModel => "masked language model",
        ModelTask.CausalLanguageModel => "causal language model",
        ModelTask.Translator => "sequence to sequence (an encoder and a decoder)",
        _ => "embedding (one vector per input)",
    };

    private static string Opsets(ModelStructure structure) => structure.Opsets.IsEmpty ? "not said"
        : string.Join(", ", structure.Opsets.Select(o => $"{(o.Key.Length == 0 ? "ai.onnx" : o.Key)} {o.Value}"));

    // A line of a terminal may break anywhere, and a search finds plain spaces.
    private static string Size(long bytes) => Words.Bytes(bytes).Replace('\u00a0', ' ');

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Outputs;

/// <summary>What a model says about an example, read from its own outputs. What it does not have stays null.</summary>
/// <param name="labelOf">What people read for a token id.</param>
public sealed class OutputReader(ModelFolder model, ModelStructure structure, Func<int, string> labelOf)
{
    /// <param name="label">What the dataset says is right; null where it does not.</param>
    public ModelOutputs Read(Capture capture, EncodedExample example, string? label) => structure.Task switch
    {
        ModelTask.Classifier => new() { Classification = Logits(capture, 2) is { } logits ? Classes.Read(logits.Values, model.Labels, label) : null },
        ModelTask.CausalLanguageModel => Language(capture, example.Source, shift: 1),
        ModelTask.MaskedLanguageModel => Language(capture, example.Source, shift: 0),
        ModelTask.Translator when example.Target is { } target => Language(capture, target, shift: 1),
        ModelTask.Encoder or ModelTask.Embedding => new() { Embedding = Embeddings.Read(capture, example.Source) },
        _ => ModelOutputs.None,
    };

    private ModelOutputs Language(Capture capture, TokenSequence tokens, int shift) =>
        Logits(capture, 3) is { } logits && logits.Dims[1] == tokens.Count
            ? new() { Language = new TokenPredictions(labelOf, shift).Read(logits.Values, (int)logits.Dims[2], tokens) }
            : ModelOutputs.None;

    /// <summary>The output called <c>logits</c>, else the only one of its rank.</summary>
    private static CapturedOutput? Logits(Capture capture, int rank)
    {
        if (capture.Outputs.TryGetValue("logits", out var named) && named.Dims.Length == rank)
        {
            return named;
        }

        var fitting = capture.Outputs.Values.Where(o => o.Dims.Length == rank).Take(2).ToList();
        return fitting is [var only] ? only : null;
    }
}

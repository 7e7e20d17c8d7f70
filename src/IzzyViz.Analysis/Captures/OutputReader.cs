using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Reading;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Captures;

/// <summary>Says what the model said, in the form its task has.</summary>
public static class OutputReader
{
    /// <summary><see cref="ModelOutputs.None"/> where the capture has no output of the shape that the task has.</summary>
    public static ModelOutputs Read(Capture capture, OutputQuestion question)
    {
        var logits = Find(capture, "logits", "output", "scores");
        return question.Task switch
        {
            ModelTask.Classifier when logits is { Dims.Length: 2 } => new() { Classification = ClassReader.Read(logits.Values, question) },
            ModelTask.CausalLanguageModel when logits is { Dims.Length: 3 } => new() { Language = TokenReader.Causal(logits, question.Input.Source, question.TokenLabel) },
            ModelTask.MaskedLanguageModel when logits is { Dims.Length: 3 } => new() { Language = TokenReader.Masked(logits, question.Input.Source, question.TokenLabel) },
            ModelTask.Translator => new()
            {
                Language = logits is { Dims.Length: 3 } ? TokenReader.Causal(logits, question.Input.Target, question.TokenLabel) : null,
                Translation = question.Written is { } text ? new(text, question.Wanted is null ? null : text.Trim() == question.Wanted.Trim()) : null,
            },
            ModelTask.Embedding or ModelTask.Encoder => new() { Embedding = EmbeddingReader.Read(capture) },
            _ => ModelOutputs.None,
        };
    }

    internal static CapturedOutput? Find(Capture capture, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (capture.Outputs.TryGetValue(name, out var output))
            {
                return output;
            }
        }

        return null;
    }
}

/// <summary>The vector of a text.</summary>
internal static class EmbeddingReader
{
    /// <summary>The model's own sentence vector; else the mean of the last hidden states over tokens.</summary>
    public static ImmutableArray<float>? Read(Capture capture)
    {
        if (OutputReader.Find(capture, "sentence_embedding") is { Dims: [1, _] } sentence)
        {
            return [.. sentence.Values];
        }

        if (OutputReader.Find(capture, "last_hidden_state", "token_embeddings", "hidden_states") is { Dims: [1, var tokens, var size] } hidden)
        {
            return Mean(hidden.Values, (int)tokens, (int)size);
        }

        return OutputReader.Find(capture, "pooler_output") is { Dims: [1, _] } pooled ? [.. pooled.Values] : null;
    }

    private static ImmutableArray<float> Mean(ReadOnlySpan<float> hidden, int tokens, int size)
    {
        var sum = new double[size];
        for (var i = 0; i < tokens * size; i++)
        {
            sum[i % size] += hidden[i];
        }

        return [.. sum.Select(s => (float)(s / tokens))];
    }
}

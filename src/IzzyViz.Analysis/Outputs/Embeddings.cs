using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Outputs;

/// <summary>One vector per text: the model's own where it has one, else the mean of the last hidden state over all tokens.</summary>
internal static class Embeddings
{
    private static readonly string[] Own = ["sentence_embedding", "embeddings", "text_embeds", "pooler_output"];

    public static ImmutableArray<float>? Read(Capture capture, TokenSequence tokens)
    {
        foreach (var name in Own)
        {
            if (capture.Outputs.TryGetValue(name, out var vector) && vector.Dims.Length == 2)
            {
                return [.. vector.Values];
            }
        }

        return capture.Outputs.Values.FirstOrDefault(o => o.Dims.Length == 3 && o.Dims[1] == tokens.Count) is { } hidden
            ? Mean(hidden.Values, tokens.Count)
            : null;
    }

    private static ImmutableArray<float> Mean(ReadOnlySpan<float> hidden, int tokens)
    {
        var width = hidden.Length / tokens;
        var mean = new float[width];
        for (var t = 0; t < tokens; t++)
        {
            TensorPrimitives.Add(mean, hidden.Slice(t * width, width), mean);
        }

        TensorPrimitives.Divide(mean, tokens, mean);
        return [.. mean];
    }
}

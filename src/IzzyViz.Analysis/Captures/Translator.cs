using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Models;
using Tensor = IzzyViz.Analysis.Tensors.Tensor;

namespace IzzyViz.Analysis.Captures;

/// <summary>Greedy decoding: the strongest token again and again, until the end token or the limit.</summary>
internal sealed class Translator(ModelConfig config, GraphRunner decoder)
{
    /// <param name="given">Everything but the target, the encoder's results included.</param>
    /// <returns>Target ids, start token first, end token last where it was reached.</returns>
    public ImmutableArray<int> Write(IReadOnlyDictionary<string, Tensor> given, int most)
    {
        var ids = new List<int> { config.DecoderStart ?? config.Padding ?? 0 };
        while (ids.Count < most && !(ids.Count > 1 && config.EndOfText.Contains(ids[^1])))
        {
            ids.Add(Next(given, ids));
        }

        return [.. ids];
    }

    private int Next(IReadOnlyDictionary<string, Tensor> given, List<int> ids)
    {
        var all = given.ToDictionary(StringComparer.Ordinal);
        all["decoder_input_ids"] = Tensor.Of([.. ids.Select(i => (long)i)], 1, ids.Count);
        using var results = decoder.RunPlain(decoder.Feeds(all));
        var logits = results[Math.Max(0, decoder.Outputs.IndexOf("logits"))];
        var size = (int)logits.Shape()[^1];
        return TensorPrimitives.IndexOfMax(logits.Singles()[^size..]);
    }
}

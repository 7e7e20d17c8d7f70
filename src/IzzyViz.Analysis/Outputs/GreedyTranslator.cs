using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;

namespace IzzyViz.Analysis.Outputs;

/// <summary>Lets an encoder-decoder write: at each step the strongest next token, until it ends or has written enough.</summary>
public sealed class GreedyTranslator(ModelSession session, ModelConfig config, int? positions)
{
    /// <summary>A model that does not end would write forever.</summary>
    private const int Most = 256;

    /// <summary>The ids the decoder read and wrote: the start token first, the end token not included.</summary>
    public ImmutableArray<int> Write(ModelInput source)
    {
        var written = ImmutableArray.Create(config.DecoderStart ?? config.Padding ?? 0);
        var limit = Math.Min(positions ?? Most, Most);
        while (written.Length < limit)
        {
            var next = Next(source with { Target = written });
            if (next is null || config.EndOfText.Contains(next.Value))
            {
                break;
            }

            written = written.Add(next.Value);
        }

        return written;
    }

    private int? Next(ModelInput input)
    {
        using var capture = session.Run(input);
        if (!capture.Outputs.TryGetValue("logits", out var logits) || logits.Dims.Length != 3)
        {
            return null;
        }

        var vocabulary = (int)logits.Dims[2];
        return TensorPrimitives.IndexOfMax(logits.Values[^vocabulary..]);
    }
}

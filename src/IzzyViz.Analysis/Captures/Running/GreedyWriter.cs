using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Models;
using Tensor = IzzyViz.Analysis.Tensors.Tensor;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>Greedy decoding: the strongest token again and again, until the end token or the limit.</summary>
/// <param name="tokens">The input that takes what was written so far.</param>
internal sealed class GreedyWriter(ModelFolder folder, GraphRunner decoder, string tokens)
{
    private static readonly ImmutableArray<string> Names = ["logits", "output", "scores"];

    /// <param name="given">Everything but the tokens, the encoder's results included.</param>
    /// <param name="begun">What is there to go on from.</param>
    /// <returns>All ids, what was begun with first, the end token last where it was reached.</returns>
    public ImmutableArray<int> Write(IReadOnlyDictionary<string, Tensor> given, ImmutableArray<int> begun, int steps)
    {
        var ids = begun.ToList();
        for (var step = 0; step < steps && !(step > 0 && folder.Config.EndOfText.Contains(ids[^1])); step++)
        {
            ids.Add(Next(given, ids));
        }

        return [.. ids];
    }

    private int Next(IReadOnlyDictionary<string, Tensor> given, List<int> ids)
    {
        var all = given.ToDictionary(StringComparer.Ordinal);
        all[tokens] = Tensor.Of([.. ids.Select(i => (long)i)], 1, ids.Count);
        var name = Names.FirstOrDefault(n => decoder.Outputs.IndexOf(n) >= 0) ?? throw Prompt.Refusal(folder, "it has no output 'logits' that tells the next token");
        using var results = decoder.RunPlain(decoder.Feeds(all));
        var logits = results[decoder.Outputs.IndexOf(name)];
        var size = logits.Shape() is [_, _, var last] ? (int)last : throw Prompt.Refusal(folder, $"its '{name}' are not a row per token");
        return TensorPrimitives.IndexOfMax(logits.Singles()[^size..]);
    }
}

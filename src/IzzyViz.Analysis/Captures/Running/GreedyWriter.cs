using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Diagnostics;
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
    /// <returns>All ids, what was begun with first, the end token last where it was reached; no more than the model has positions for.</returns>
    public ImmutableArray<int> Write(IReadOnlyDictionary<string, Tensor> given, ImmutableArray<int> begun, int steps)
    {
        var ids = begun.ToList();
        for (var step = 0; step < steps && !(step > 0 && folder.Config.EndOfText.Contains(ids[^1])); step++)
        {
            ids.Add(Next(given, ids));
            if (!HasPosition(given, ids))
            {
                ids.RemoveAt(ids.Count - 1);
                break;
            }
        }

        return [.. ids];
    }

    /// <summary>Whether the last token has one too: it is read when all are captured. Where no table of the graph tells, the first run beyond the config's number does.</summary>
    private bool HasPosition(IReadOnlyDictionary<string, Tensor> given, List<int> ids)
    {
        try
        {
            var feeds = decoder.Feeds(With(given, ids));
            if (ids.Count - 1 == folder.Config.Positions && decoder.Analysis.Positions.IsEmpty)
            {
                decoder.RunPlain(feeds).Dispose();
            }

            return true;
        }
        catch (DiagnosticException e) when (e.Diagnostic.Descriptor == ModelDiagnostics.TooManyTokens)
        {
            return false;
        }
    }

    private int Next(IReadOnlyDictionary<string, Tensor> given, List<int> ids)
    {
        var name = Names.FirstOrDefault(n => decoder.Outputs.IndexOf(n) >= 0) ?? throw Prompt.Refusal(folder, "it has no output 'logits' that tells the next token");
        using var results = decoder.RunPlain(decoder.Feeds(With(given, ids)));
        var logits = results[decoder.Outputs.IndexOf(name)];
        var size = logits.Shape() is [_, _, var last] ? (int)last : throw Prompt.Refusal(folder, $"its '{name}' are not a row per token");
        return TensorPrimitives.IndexOfMax(logits.Singles()[^size..]);
    }

    private Dictionary<string, Tensor> With(IReadOnlyDictionary<string, Tensor> given, List<int> ids) =>
        new(given, StringComparer.Ordinal) { [tokens] = Tensor.Of([.. ids.Select(i => (long)i)], 1, ids.Count) };
}

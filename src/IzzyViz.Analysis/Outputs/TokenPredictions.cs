using System.Collections.Immutable;
using System.Numerics.Tensors;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Outputs;

/// <summary>A language model's logits <c>[token, vocabulary]</c> as log-probabilities of the text's own tokens and the strongest alternatives.</summary>
/// <param name="shift">1: position t predicts token t + 1. 0: position t predicts token t (masked language models).</param>
internal sealed class TokenPredictions(Func<int, string> labelOf, int shift)
{
    private const int Strongest = 5;

    public LanguageModelling Read(ReadOnlySpan<float> logits, int vocabulary, TokenSequence tokens)
    {
        var predictions = ImmutableArray.CreateBuilder<TokenPrediction>(tokens.Count);
        for (var t = 0; t < tokens.Count; t++)
        {
            predictions.Add(t < shift
                ? new(tokens.Tokens[t].Id, double.NaN, [])
                : One(logits.Slice((t - shift) * vocabulary, vocabulary), tokens.Tokens[t].Id));
        }

        return new(predictions.MoveToImmutable(), Loss(predictions, tokens));
    }

    private TokenPrediction One(ReadOnlySpan<float> logits, int id)
    {
        var largest = TensorPrimitives.Max(logits);
        var sum = 0d;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - largest);
        }

        var normaliser = largest + Math.Log(sum);
        var top = ImmutableArray.CreateBuilder<TokenAlternative>(Strongest);
        foreach (var index in TopIndices(logits))
        {
            top.Add(new(index, labelOf(index), Math.Exp(logits[index] - normaliser)));
        }

        return new(id, id < logits.Length ? logits[id] - normaliser : double.NaN, top.ToImmutable());
    }

    /// <summary>Indices of the largest values, ties to the smaller index.</summary>
    private static List<int> TopIndices(ReadOnlySpan<float> logits)
    {
        var top = new List<int>(Strongest + 1);
        for (var i = 0; i < logits.Length; i++)
        {
            if (top.Count == Strongest && !(logits[i] > logits[top[^1]]))
            {
                continue;
            }

            var place = top.Count;
            while (place > 0 && logits[i] > logits[top[place - 1]])
            {
                place--;
            }

            top.Insert(place, i);
            top.RemoveRange(Math.Min(top.Count, Strongest), Math.Max(0, top.Count - Strongest));
        }

        return top;
    }

    /// <summary>Over the tokens of the text; the template's own are no achievement.</summary>
    private static double Loss(ImmutableArray<TokenPrediction>.Builder predictions, TokenSequence tokens)
    {
        var losses = predictions.Where((p, t) => !double.IsNaN(p.LogProbability) && !tokens.Tokens[t].IsSpecial).Select(p => -p.LogProbability).ToList();
        return losses.Count == 0 ? double.NaN : losses.Average();
    }
}

using System.Collections.Immutable;
using IzzyViz.Analysis.Summaries;

namespace IzzyViz.Analysis.Captures.Reading;

/// <summary>A language model's predictions, token by token.</summary>
internal static class TokenReader
{
    private const int Strongest = 5;

    /// <summary>Each token by the row before it; nothing predicts the first.</summary>
    public static LanguageModelling? Causal(CapturedOutput logits, ImmutableArray<int> ids, Func<int, string> label) =>
        Fits(logits, ids) ? Predictions(ids, label, (logits, Shift: 1)) : null;

    /// <summary>Each token by its own row, which sees both sides.</summary>
    public static LanguageModelling? Masked(CapturedOutput logits, ImmutableArray<int> ids, Func<int, string> label) =>
        Fits(logits, ids) ? Predictions(ids, label, (logits, Shift: 0)) : null;

    private static bool Fits(CapturedOutput logits, ImmutableArray<int> ids) =>
        logits.Dims[0] == 1 && logits.Dims[1] == ids.Length && ids.All(i => i >= 0 && i < logits.Dims[2]);

    private static LanguageModelling Predictions(ImmutableArray<int> ids, Func<int, string> label, (CapturedOutput Logits, int Shift) rows)
    {
        var tokens = ImmutableArray.CreateBuilder<TokenPrediction>(ids.Length);
        var values = rows.Logits.Values;
        var size = (int)rows.Logits.Dims[2];
        for (var i = 0; i < ids.Length; i++)
        {
            var row = i - rows.Shift;
            tokens.Add(row < 0 ? new(ids[i], double.NaN, []) : Prediction(LogSoftmax.Of(values.Slice(row * size, size)), ids[i], label));
        }

        var known = tokens.Select(t => -t.LogProbability).Where(l => !double.IsNaN(l)).DefaultIfEmpty(double.NaN);
        return new(tokens.ToImmutable(), known.Average());
    }

    private static TokenPrediction Prediction(double[] logProbabilities, int id, Func<int, string> label)
    {
        var top = TopIndices(logProbabilities).Select(i => new TokenAlternative(i, label(i), Math.Exp(logProbabilities[i])));
        return new(id, logProbabilities[id], [.. top]);
    }

    /// <summary>Indices of the largest values, ties to the smaller index: one pass, because vocabularies are large and texts have many tokens.</summary>
    private static List<int> TopIndices(double[] values)
    {
        var top = new List<int>(Strongest + 1);
        for (var i = 0; i < values.Length; i++)
        {
            if (top.Count == Strongest && !(values[i] > values[top[^1]]))
            {
                continue;
            }

            var place = top.FindIndex(t => values[i] > values[t]);
            top.Insert(place < 0 ? top.Count : place, i);
            if (top.Count > Strongest)
            {
                top.RemoveAt(Strongest);
            }
        }

        return top;
    }
}

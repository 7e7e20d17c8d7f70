using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Running;

namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>What is added to scores and how they are bent, where an operator does so itself.</summary>
/// <param name="Values">Broadcast against <c>[batch, head, query, key]</c>; empty for nothing.</param>
internal sealed record ScoreForm(float[] Values, long[] Dims, float Scale, float Cap)
{
    public void Bend(Span<float> scores)
    {
        if (Cap > 0)
        {
            TensorPrimitives.Multiply(scores, Scale / Cap, scores);
            TensorPrimitives.Tanh(scores, scores);
            TensorPrimitives.Multiply(scores, Cap, scores);
        }
    }

    public float Bias(int example, int head, int query, int key)
    {
        ReadOnlySpan<int> at = [example, head, query, key];
        long index = 0;
        for (var i = 0; i < Dims.Length; i++)
        {
            var place = at[4 - Dims.Length + i];
            index = (index * Dims[i]) + (Dims[i] == 1 ? 0 : place);
        }

        return Values.Length == 0 ? 0 : Values[index];
    }
}

/// <summary>
/// Repeats softmax(scale · q·kᵀ) on sampled rows of one head and compares it with the probabilities; the scale is fitted, everything else has to agree.
/// Masks need not be known: a cell without weight is left out on both sides.
/// </summary>
internal sealed class ScoreFit(Block query, Block key, WeightsBuffer weights, ScoreForm form)
{
    private const int SampledRows = 24;

    /// <summary>Heads whose rows are flatter than this, relative to their mean, tell nothing.</summary>
    private const double Flattest = 1e-4;

    private readonly int _heads = (int)weights.Dims[1];
    private readonly int _queries = (int)weights.Dims[2];
    private readonly int _keys = (int)weights.Dims[3];

    /// <summary>The scale that fits best and the root mean square error relative to the spread of the rows; NaN where the rows are flat.</summary>
    public (double Scale, double Error) Head(int head, RealTokens real)
    {
        var rows = Rows(real).ToList();
        double rise = 0, run = 0;
        foreach (var (example, row) in rows)
        {
            var (up, along) = Slope(example, head, row);
            (rise, run) = (rise + up, run + along);
        }

        var scale = run > 0 ? rise / run : double.NaN;
        double error = 0, spread = 0, mean = 0;
        foreach (var (example, row) in rows)
        {
            var (difference, around, square) = Compare(example, head, row, scale);
            (error, spread, mean) = (error + difference, spread + around, mean + square);
        }

        return spread > Flattest * Flattest * mean ? (scale, Math.Sqrt(error / spread)) : (double.NaN, double.NaN);
    }

    private IEnumerable<(int Example, int Row)> Rows(RealTokens real)
    {
        var step = Math.Max(1, _queries / SampledRows);
        for (var example = 0; example < weights.Dims[0]; example++)
        {
            for (var row = _queries - 1; row >= 0; row -= step)
            {
                if (real.IsQuery(example, row, _queries))
                {
                    yield return (example, row);
                }
            }
        }
    }

    /// <summary>The regression of log probability on score, each cell counting by its weight, so that rounding of small ones matters little.</summary>
    private (double Rise, double Run) Slope(int example, int head, int row)
    {
        var p = Probabilities(example, head, row);
        var s = Scores(example, head, row);
        double total = 0, score = 0, log = 0;
        for (var j = 0; j < p.Length; j++)
        {
            if (p[j] > 0)
            {
                (total, score, log) = (total + p[j], score + (p[j] * (double)s[j]), log + (p[j] * Log(p[j], (example, head, row, j))));
            }
        }

        double rise = 0, run = 0;
        for (var j = 0; j < p.Length && total > 0; j++)
        {
            if (p[j] > 0)
            {
                var along = s[j] - (score / total);
                (rise, run) = (rise + (p[j] * along * (Log(p[j], (example, head, row, j)) - (log / total))), run + (p[j] * along * along));
            }
        }

        return (rise, run);
    }

    private double Log(float probability, (int Example, int Head, int Query, int Key) at) => Math.Log(probability) - form.Bias(at.Example, at.Head, at.Query, at.Key);

    private (double Error, double Spread, double Mean) Compare(int example, int head, int row, double scale)
    {
        var p = Probabilities(example, head, row);
        var s = Scores(example, head, row);
        var seen = Seen(p);
        if (seen.Length < 2)
        {
            return default;
        }

        var total = (double)TensorPrimitives.Sum(p);
        var logits = Array.ConvertAll(seen, j => (scale * s[j]) + form.Bias(example, head, row, j));
        var most = logits.Max();
        var exponentials = Array.ConvertAll(logits, l => Math.Exp(l - most));
        var (sum, mean) = (exponentials.Sum(), total / seen.Length);
        double error = 0, spread = 0;
        for (var i = 0; i < seen.Length; i++)
        {
            var (difference, around) = ((exponentials[i] / sum * total) - p[seen[i]], p[seen[i]] - mean);
            (error, spread) = (error + (difference * difference), spread + (around * around));
        }

        return (error, spread, mean * mean * seen.Length);
    }

    private static int[] Seen(ReadOnlySpan<float> probabilities)
    {
        var seen = new List<int>(probabilities.Length);
        for (var j = 0; j < probabilities.Length; j++)
        {
            if (probabilities[j] > 0)
            {
                seen.Add(j);
            }
        }

        return [.. seen];
    }

    private ReadOnlySpan<float> Probabilities(int example, int head, int row) => weights.Row((((example * _heads) + head) * _queries) + row);

    private float[] Scores(int example, int head, int row)
    {
        var scores = new float[_keys];
        var q = query.Row(example, head * query.Groups / _heads, row);
        for (var j = 0; j < _keys; j++)
        {
            scores[j] = TensorPrimitives.Dot(q, key.Row(example, head * key.Groups / _heads, j));
        }

        form.Bend(scores);
        return scores;
    }
}

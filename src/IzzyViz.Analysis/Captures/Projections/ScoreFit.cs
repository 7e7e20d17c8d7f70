using System.Numerics.Tensors;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Captures.Running;

namespace IzzyViz.Analysis.Captures.Projections;

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
        var rows = Sampled(real).Select(at => Row(at.Example, head, at.Query)).ToList();
        var scale = rows.Aggregate(default(Slope), (sum, row) => sum + row.Slope()).Value;
        var (error, spread, mean) = rows.Aggregate(default(Deviation), (sum, row) => sum + row.Deviation(scale));
        return spread > Flattest * Flattest * mean ? (scale, Math.Sqrt(error / spread)) : (double.NaN, double.NaN);
    }

    private IEnumerable<(int Example, int Query)> Sampled(RealTokens real)
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

    private ScoredRow Row(int example, int head, int row)
    {
        var probabilities = weights.Row((((example * _heads) + head) * _queries) + row);
        var scores = Scores(example, head, row);
        var seen = Seen(probabilities);
        var cells = new ScoredRow(new float[seen.Count], new float[seen.Count], new float[seen.Count], TensorPrimitives.Sum(probabilities));
        foreach (var (i, key) in seen.Index())
        {
            (cells.Probabilities[i], cells.Scores[i], cells.Biases[i]) = (probabilities[key], scores[key], form.Bias(example, head, row, key));
        }

        return cells;
    }

    private static List<int> Seen(ReadOnlySpan<float> probabilities)
    {
        var seen = new List<int>(probabilities.Length);
        for (var key = 0; key < probabilities.Length; key++)
        {
            if (probabilities[key] > 0)
            {
                seen.Add(key);
            }
        }

        return seen;
    }

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

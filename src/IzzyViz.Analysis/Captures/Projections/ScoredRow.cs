namespace IzzyViz.Analysis.Captures.Projections;

/// <summary>The cells of one query's row that have weight: <c>[cell]</c> each.</summary>
/// <param name="Scores">q·k, not yet scaled.</param>
/// <param name="Biases">What the operator adds to the scaled scores.</param>
/// <param name="Total">The sum of the whole row's probabilities.</param>
internal sealed record ScoredRow(float[] Probabilities, float[] Scores, float[] Biases, double Total)
{
    /// <summary>The regression of log probability on score, each cell counting by its weight, so that rounding of small ones matters little.</summary>
    public Slope Slope()
    {
        double total = 0, score = 0, log = 0;
        for (var i = 0; i < Scores.Length; i++)
        {
            var p = Probabilities[i];
            (total, score, log) = (total + p, score + (p * (double)Scores[i]), log + (p * Log(i)));
        }

        double rise = 0, run = 0;
        for (var i = 0; i < Scores.Length && total > 0; i++)
        {
            var (p, along) = (Probabilities[i], Scores[i] - (score / total));
            (rise, run) = (rise + (p * along * (Log(i) - (log / total))), run + (p * along * along));
        }

        return new(rise, run);
    }

    /// <summary>How far the softmax of the scaled scores is from the probabilities. A row of one cell tells nothing.</summary>
    public Deviation Deviation(double scale)
    {
        if (Scores.Length < 2)
        {
            return default;
        }

        var softmax = Softmax(scale);
        var mean = Total / Scores.Length;
        double error = 0, spread = 0;
        for (var i = 0; i < Scores.Length; i++)
        {
            var (difference, around) = ((softmax[i] * Total) - Probabilities[i], Probabilities[i] - mean);
            (error, spread) = (error + (difference * difference), spread + (around * around));
        }

        return new(error, spread, mean * mean * Scores.Length);
    }

    private double[] Softmax(double scale)
    {
        double[] logits = [.. Scores.Select((s, i) => (scale * s) + Biases[i])];
        var most = logits.Max();
        var exponentials = Array.ConvertAll(logits, l => Math.Exp(l - most));
        var sum = exponentials.Sum();
        return Array.ConvertAll(exponentials, e => e / sum);
    }

    private double Log(int cell) => Math.Log(Probabilities[cell]) - Biases[cell];
}

/// <summary>A slope in parts that add up over rows: weighted sums of (x − x̄)(y − ȳ) and (x − x̄)².</summary>
internal readonly record struct Slope(double Rise, double Run)
{
    public double Value => Run > 0 ? Rise / Run : double.NaN;

    public static Slope operator +(Slope a, Slope b) => new(a.Rise + b.Rise, a.Run + b.Run);
}

/// <summary>Sums of squares over cells: of the error, of the probabilities about their row's mean, and of those means.</summary>
internal readonly record struct Deviation(double Error, double Spread, double Mean)
{
    public static Deviation operator +(Deviation a, Deviation b) => new(a.Error + b.Error, a.Spread + b.Spread, a.Mean + b.Mean);
}

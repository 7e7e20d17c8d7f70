namespace IzzyViz.Analysis.Comparisons;

/// <summary>Mean cost of a row when rows get their columns by chance, every order as likely: its expectation and standard deviation, both exact (Hoeffding 1951).</summary>
public readonly record struct RandomAssignment(double Mean, double StandardDeviation)
{
    /// <param name="costs">Square, finite; the mean of none is NaN.</param>
    public static RandomAssignment Of(double[,] costs)
    {
        var size = costs.GetLength(0);
        var all = Enumerable.Range(0, size).ToArray();
        var mean = all.SelectMany(r => all.Select(c => costs[r, c])).DefaultIfEmpty(double.NaN).Average();
        if (size < 2)
        {
            return new(mean, 0);
        }

        var (rows, columns) = (all.Select(r => all.Average(c => costs[r, c])).ToArray(), all.Select(c => all.Average(r => costs[r, c])).ToArray());
        var squares = all.Sum(r => all.Sum(c => Math.Pow(costs[r, c] - rows[r] - columns[c] + mean, 2)));
        return new(mean, Math.Sqrt(squares / (size - 1)) / size);
    }
}

using IzzyViz.Analysis.Captures;

namespace IzzyViz.Analysis.Tests.Statistics;

/// <summary>The definitions again, cell by cell from their formulas, for self-attention over text; shares no code with the product.</summary>
internal static class NaiveStatistics
{
    public static double Measure(string id, double[,] a, AttentionAxes axes)
    {
        var n = axes.Keys.Count;
        var rows = Enumerable.Range(0, n).Where(i => Visible(axes, i).Length >= 2).ToArray();
        return id switch
        {
            "entropy" => Mean(rows.Select(i => Entropy(a, axes, i))),
            "normalized-entropy" => Mean(rows.Select(i => Entropy(a, axes, i) / Math.Log(Visible(axes, i).Length))),
            "confidence" => Mean(rows.Select(i => Visible(axes, i).Max(j => a[i, j]))),
            "attention-distance" => rows.Sum(i => Visible(axes, i).Sum(j => a[i, j] * Math.Abs(i - j))) / rows.Sum(i => Visible(axes, i).Sum(j => a[i, j])),
            "sink-mass" => Sink(a, axes, rows),
            "special-token-mass" => Special(a, axes),
            "previous-token" => Mean(rows.Where(i => i > 0 && axes.Mask[i, i - 1]).Select(i => a[i, i - 1])),
            "next-token" => Mean(rows.Where(i => i + 1 < n && axes.Mask[i, i + 1]).Select(i => a[i, i + 1])),
            "self" => Mean(rows.Where(i => axes.Mask[i, i]).Select(i => a[i, i])),
            "duplicate-token" => Mean(rows.Select(i => Copies(a, axes, i, 0)).Where(v => !double.IsNaN(v))),
            "induction" => rows.Select(i => Copies(a, axes, i, 1)).Where(v => !double.IsNaN(v)).ToArray() is { Length: >= 3 } v ? v.Average() : double.NaN,
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "No naive form."),
        };
    }

    private static int[] Visible(AttentionAxes axes, int i) => [.. Enumerable.Range(0, axes.Keys.Count).Where(j => axes.Mask[i, j])];

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();

    private static double Entropy(double[,] a, AttentionAxes axes, int i) => -Visible(axes, i).Where(j => a[i, j] > 0).Sum(j => a[i, j] * Math.Log(a[i, j]));

    private static double Sink(double[,] a, AttentionAxes axes, int[] rows)
    {
        var n = axes.Keys.Count;
        var first = Enumerable.Range(0, n).FirstOrDefault(j => Enumerable.Range(0, n).Any(i => axes.Mask[i, j]), -1);
        return Mean(rows.Where(i => i != first && axes.Mask[i, first]).Select(i => a[i, first]));
    }

    private static double Special(double[,] a, AttentionAxes axes)
    {
        var words = Enumerable.Range(0, axes.Queries.Count).Where(i => !axes.Queries.Tokens[i].IsSpecial
            && Visible(axes, i).Any(j => axes.Keys.Tokens[j].IsSpecial) && Visible(axes, i).Any(j => !axes.Keys.Tokens[j].IsSpecial));
        return Mean(words.Select(i => Visible(axes, i).Where(j => axes.Keys.Tokens[j].IsSpecial).Sum(j => a[i, j])));
    }

    private static double Copies(double[,] a, AttentionAxes axes, int i, int shift)
    {
        var keys = axes.Keys.Tokens;
        var eligible = Visible(axes, i).Where(j => j - shift >= 0 && j - shift < i && !keys[j - shift].IsSpecial
            && !keys[i].IsSpecial && keys[j - shift].Id == keys[i].Id).ToArray();
        return eligible.Length == 0 ? double.NaN : eligible.Sum(j => a[i, j]);
    }
}

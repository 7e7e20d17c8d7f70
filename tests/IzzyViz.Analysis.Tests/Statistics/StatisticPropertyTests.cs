using CsCheck;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Tests.Statistics;

public sealed class StatisticPropertyTests
{
    private static readonly Gen<Case> Cases =
        from n in Gen.Int[1, 20]
        from form in Gen.Int[0, 3]
        from bits in Gen.Bool.Array[n * n]
        from logits in Gen.Double[-6, 6].Array[n * n]
        from ids in Gen.Int[-2, 4].Array[n]
        select new Case(ids, Mask(form, n, bits), logits);

    [Fact]
    public void Every_statistic_equals_its_formula_written_cell_by_cell() => Cases.Sample(c =>
    {
        var axes = ReferenceMatrices.Axes(c.Mask, c.Ids);
        var weights = Softmax(c);
        var results = Compute(axes, weights);
        var cells = new double[c.Ids.Length, c.Ids.Length];
        Buffer.BlockCopy(weights, 0, cells, 0, weights.Length * sizeof(double));
        for (var k = 0; k < results.Length; k++)
        {
            Assert.Equal(NaiveStatistics.Measure(StatisticCatalogue.All[k].Id, cells, axes), results[k], 1e-9);
        }
    });

    [Fact]
    public void Values_stay_between_zero_and_the_stated_maximum() => Cases.Sample(c =>
    {
        var results = Compute(ReferenceMatrices.Axes(c.Mask, c.Ids), Softmax(c));
        for (var k = 0; k < results.Length; k++)
        {
            Assert.False(results[k] < 0 || results[k] > (StatisticCatalogue.All[k].Maximum ?? c.Ids.Length) + 1e-12, StatisticCatalogue.All[k].Id);
        }
    });

    [Fact]
    public void Measured_alone_or_together_a_statistic_is_the_same() => Cases.Sample(c =>
    {
        var axes = ReferenceMatrices.Axes(c.Mask, c.Ids);
        var weights = Softmax(c).Select(w => (float)w).ToArray();
        var together = new double[StatisticCatalogue.All.Length];
        new HeadStatistics(axes, AttentionKind.Encoder, StatisticCatalogue.All).Compute<float>(weights, together);

        Assert.Equal(together, StatisticCatalogue.All.Select(d => d.Measure(new AttentionView(weights, axes))));
    });

    private static double[] Compute(AttentionAxes axes, double[] weights)
    {
        var results = new double[StatisticCatalogue.All.Length];
        new HeadStatistics(axes, AttentionKind.Encoder, StatisticCatalogue.All).Compute<double>(weights, results);
        return results;
    }

    private static AttentionMask Mask(int form, int n, bool[] bits) => form switch
    {
        0 => AttentionMask.Full(n, n),
        1 => AttentionMask.Causal(n, n),
        2 => AttentionMask.From(n, n, (i, j) => j <= i && i - j < 4),
        _ => AttentionMask.From(n, n, (i, j) => bits[(i * n) + j]),
    };

    private static double[] Softmax(Case c)
    {
        var n = c.Ids.Length;
        var weights = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            var sum = Enumerable.Range(0, n).Where(j => c.Mask[i, j]).Sum(j => Math.Exp(c.Logits[(i * n) + j]));
            for (var j = 0; j < n; j++)
            {
                weights[(i * n) + j] = c.Mask[i, j] ? Math.Exp(c.Logits[(i * n) + j]) / sum : 0;
            }
        }

        return weights;
    }

    private sealed record Case(int[] Ids, AttentionMask Mask, double[] Logits);
}

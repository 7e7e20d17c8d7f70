using CsCheck;
using IzzyViz.Analysis.Statistics.Patterns;

namespace IzzyViz.Analysis.Tests.Statistics.Patterns;

public class JensenShannonTests
{
    private static readonly Gen<double[]> Distribution = Gen.Double[0.001, 1].Array[6].Select(v => v.Select(x => x / v.Sum()).ToArray());

    [Fact]
    public void Alike_is_0_and_nothing_in_common_is_1()
    {
        Assert.Equal(0, JensenShannon.Distance([0.2, 0.8], [0.2, 0.8]));
        Assert.Equal(1, JensenShannon.Distance([1, 0], [0, 1]), 12);
    }

    [Fact]
    public void A_certain_outcome_against_a_fair_coin() =>

        // H(3/4, 1/4) − ½ H(1/2, 1/2) = 0.8112781 − 0.5 bits.
        Assert.Equal(Math.Sqrt(0.8112781244591328 - 0.5), JensenShannon.Distance([1, 0], [0.5, 0.5]), 12);

    [Fact]
    public void It_is_a_metric() => Gen.Select(Distribution, Distribution, Distribution).Sample((a, b, c) =>
    {
        Assert.Equal(JensenShannon.Distance(a, b), JensenShannon.Distance(b, a), tolerance: 1e-12);
        Assert.True(JensenShannon.Distance(a, c) <= JensenShannon.Distance(a, b) + JensenShannon.Distance(b, c) + 1e-9);
    });

    [Fact]
    public void Distributions_of_other_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => JensenShannon.Distance([1], [0.5, 0.5]));
}

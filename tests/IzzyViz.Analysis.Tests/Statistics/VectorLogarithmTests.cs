using System.Runtime.Intrinsics;
using CsCheck;
using IzzyViz.Analysis.Statistics;

namespace IzzyViz.Analysis.Tests.Statistics;

public sealed class VectorLogarithmTests
{
    [Fact]
    public void Agrees_with_the_scalar_logarithm_over_the_whole_range() => Gen.Select(Gen.Double[1, 10], Gen.Int[-299, 299]).Sample((mantissa, exponent) =>
    {
        var x = mantissa * Math.Pow(10, exponent);

        Assert.Equal(Math.Log(x), VectorLogarithm.Of(Vector256.Create(x))[2], 4e-16 * Math.Max(1, Math.Abs(Math.Log(x))));
    });

    [Fact]
    public void Is_exact_at_one_and_close_around_it()
    {
        var logarithms = VectorLogarithm.Of(Vector256.Create(1, 1 + 1e-9, 1 - 1e-9, 1e-300));

        Assert.Equal(0, logarithms[0]);
        Assert.Equal(Math.Log(1 + 1e-9), logarithms[1], 1e-24);
        Assert.Equal(Math.Log(1 - 1e-9), logarithms[2], 1e-24);
        Assert.Equal(-690.7755278982137, logarithms[3], 1e-12);
    }
}

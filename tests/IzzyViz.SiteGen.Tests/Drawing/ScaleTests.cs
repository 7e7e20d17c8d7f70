using CsCheck;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

public class ScaleTests
{
    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(0.3, 0.125)]
    [InlineData(0.5, 0.353553)]
    [InlineData(1.2, 1.6123)]
    public void The_power_norm_has_the_values_of_the_reference(double value, double expected) =>
        Assert.Equal(expected, new PowerNorm(0.1, 0.9, 1.5).Apply(value), 4);

    [Fact]
    public void The_inverse_undoes_the_power_norm()
    {
        Assert.Equal(0.603968, new PowerNorm(0.1, 0.9, 1.5).Inverse(0.5), 6);
        Gen.Select(Gen.Double[0.2, 3], Gen.Double[0.001, 1]).Sample((exponent, share) =>
        {
            var norm = new PowerNorm(-2, 5, exponent);
            Assert.Equal(share, norm.Apply(norm.Inverse(share)), tolerance: 1e-9);
        });
    }

    [Fact]
    public void An_empty_range_is_all_level_0() => Assert.Equal(0, new ColorScale(0.3, 0.3, 1.5).Level(0.3));

    [Fact]
    public void Levels_cover_the_range_and_meet_at_their_edges()
    {
        var scale = new ColorScale(0, 0.8, 1.5);
        Assert.Equal(0, scale.Level(0));
        Assert.Equal(Palette.Levels - 1, scale.Level(0.8));
        Assert.Equal(Palette.Levels - 1, scale.Level(7));
        Assert.All(Enumerable.Range(1, Palette.Levels - 1), k =>
        {
            Assert.Equal(k, scale.Level(scale.LowerEdge(k) + 1e-9));
            Assert.Equal(k - 1, scale.Level(scale.LowerEdge(k) - 1e-9));
        });
    }

    [Fact]
    public void The_middle_of_the_diverging_scale_is_zero()
    {
        var scale = new DivergingScale(0.5);
        Assert.Equal([0, 0, 16, 32, 32], new[] { -9, -0.5, 0, 0.5, 9 }.Select(scale.Step));
        Assert.Equal(16, new DivergingScale(0).Step(0));
    }

    [Fact]
    public void The_table_lens_has_the_centres_of_the_reference()
    {
        // 8 × 8 with the strongest cells (6,4), (3,2), (4,2).
        var columns = BandScale.Lens(8, 1, new HashSet<int> { 4, 2 }, 1.8);
        var rows = BandScale.Lens(8, 1, new HashSet<int> { 6, 3, 4 }, 1.8);
        Assert.Equal([.5, 1.5, 2.9, 4.3, 5.7, 7.1, 8.1, 9.1], Enumerable.Range(0, 8).Select(i => Math.Round(columns.Centre(i), 9)));
        Assert.Equal([.5, 1.5, 2.5, 3.9, 5.7, 7.1, 8.5, 9.9], Enumerable.Range(0, 8).Select(i => Math.Round(rows.Centre(i), 9)));
        Assert.Equal((9.6, 10.4), (columns.Length, rows.Length));
    }

    [Theory]
    [InlineData(0, 0.93, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(0.71, 0.74, new[] { 0.71, 0.72, 0.73, 0.74 })]
    [InlineData(0, 7, new[] { 0.0, 2, 4, 6, 8 })]
    [InlineData(-0.3, 0.2, new[] { -0.3, -0.2, -0.1, 0, 0.1, 0.2 })]
    public void Ticks_are_round_and_hold_the_values_between_them(double least, double greatest, double[] expected) =>
        Assert.Equal(expected, LinearScale.Round(least, greatest, 100).Ticks().Select(t => Math.Round(t, 9)));

    [Fact]
    public void Ticks_lie_within_the_axis_for_any_values() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[0, 1e6]).Sample((least, range) =>
        {
            var scale = LinearScale.Round(least, least + range, 300);
            Assert.InRange(scale.At(least), -1e-6, 300 + 1e-6);
            Assert.InRange(scale.At(least + range), -1e-6, 300 + 1e-6);
            Assert.All(scale.Ticks(), t => Assert.InRange(scale.At(t), -1e-6, 300 + 1e-6));
            Assert.InRange(scale.Ticks().Length, 2, 12);
        });
}

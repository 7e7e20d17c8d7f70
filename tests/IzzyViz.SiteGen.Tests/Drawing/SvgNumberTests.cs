using System.Globalization;
using System.Text;
using CsCheck;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

public class SvgNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.004, "0")]
    [InlineData(0.5, ".5")]
    [InlineData(-0.25, "-.25")]
    [InlineData(12, "12")]
    [InlineData(100, "100")]
    [InlineData(3.14159, "3.14")]
    [InlineData(2.005, "2.01")]
    [InlineData(-7.1, "-7.1")]
    [InlineData(0.07, ".07")]
    public void Numbers_are_as_short_as_two_decimals_allow(double value, string expected) =>
        Assert.Equal(expected, new StringBuilder().AppendNumber(value).ToString());

    [Fact]
    public void Numbers_read_back_to_within_half_a_hundredth() => Gen.Double[-1e6, 1e6].Sample(value =>
    {
        var text = new StringBuilder().AppendNumber(value).ToString();
        Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture), 0.00501);
    });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_are_not_finite_are_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StringBuilder().AppendNumber(value));
}

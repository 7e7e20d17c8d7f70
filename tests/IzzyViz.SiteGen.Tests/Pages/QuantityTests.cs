using IzzyViz.SiteGen.Pages;

namespace IzzyViz.SiteGen.Tests.Pages;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0.7128, "share", "71.3\u00a0%")]
    [InlineData(1.2, "nats", "1.20\u00a0nats")]
    [InlineData(-0.0001, "nats", "0.00\u00a0nats")]
    [InlineData(-0.00001, "share", "0.0\u00a0%")]
    [InlineData(double.NaN, "nats", "–")]
    [InlineData(0.5, "", "0.50")]
    public void A_number_stands_with_its_unit(double value, string unit, string text) => Assert.Equal(text, Quantity.Of(value, unit).Text);

    [Theory]
    [InlineData(0.5371, "share", "+53.7\u00a0points")]
    [InlineData(-0.2, "nats", "−0.20\u00a0nats")]
    [InlineData(-0.001, "nats", "0.00\u00a0nats")]
    [InlineData(0.25, "", "+0.25")]
    [InlineData(double.NaN, "share", "–")]
    public void A_change_stands_with_its_sign(double value, string unit, string text) => Assert.Equal(text, Quantity.Change(value, unit).Text);

    [Theory]
    [InlineData(0.715, "share", "72\u00a0%")]
    [InlineData(1.25, "nats", "1.3\u00a0nats")]
    public void Sentences_round(double value, string unit, string text) => Assert.Equal(text, Quantity.Rounded(value, unit));

    [Theory]
    [InlineData(2.4e-7, "2e-7")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "–")]
    public void An_error_is_a_digit_and_a_power(double value, string text) => Assert.Equal(text, Quantity.Small(value).Text);
}

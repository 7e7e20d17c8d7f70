using IzzyViz.SiteGen.Arrays;
using IzzyViz.SiteGen.Figures.Kinds;
using IzzyViz.SiteGen.Figures.Maps;

namespace IzzyViz.SiteGen.Tests.Figures.Kinds;

public class StudentTTests
{
    [Theory]
    [InlineData(1, 12.706, 0.95)]
    [InlineData(1, 1, 0.5)]
    [InlineData(2, 4.303, 0.95)]
    [InlineData(3, 3.182, 0.95)]
    [InlineData(4, 2.776, 0.95)]
    [InlineData(7, 2.365, 0.95)]
    [InlineData(10, 3.169, 0.99)]
    [InlineData(30, 2.042, 0.95)]
    public void Levels_are_those_of_the_printed_tables(int degrees, double t, double level) => Assert.Equal(level, StudentT.Within(t, degrees), tolerance: 1e-4);

    [Fact]
    public void Many_degrees_come_to_the_normal_distribution() => Assert.Equal(0.682689, StudentT.Within(1, 100_001), tolerance: 1e-5);

    [Fact]
    public void A_figure_of_five_runs_states_runs_error_and_level()
    {
        var arrays = SampleArrays.Sample(6, runs: 5);
        var words = StabilityFigure.Draw(arrays, MapSettings.Default, StabilitySettings.Default).Figure.Legend;
        Assert.Contains("n = 5 runs, with n − 1 in the deviation.", words, StringComparison.Ordinal);
        Assert.Contains("the mean ± 2 errors holds their true mean with a confidence of 88 % (Student’s t, 4 degrees of freedom)".Replace("88 %", "88\u00a0%", StringComparison.Ordinal), words, StringComparison.Ordinal);
        Assert.Contains("no interval for their mean", StabilityFigure.Draw(arrays, MapSettings.Default, new() { Error = ErrorMeasure.Sd }).Figure.Legend, StringComparison.Ordinal);
    }
}

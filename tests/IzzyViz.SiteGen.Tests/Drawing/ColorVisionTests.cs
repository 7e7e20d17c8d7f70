using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

/// <summary>The figures of docs/figures/colour.md.</summary>
public class ColorVisionTests
{
    /// <summary>Every theme with every kind of colour vision.</summary>
    public static TheoryData<string, string> Readers => new(PaletteTests.Themes.SelectMany(t => ColorVision.Kinds.Select(k => (t.Data, k))));

    [Fact]
    public void The_simulation_keeps_greys_and_confuses_red_with_green()
    {
        var (red, green) = (Rgb.Parse("#a04000"), Rgb.Parse("#606000"));
        Assert.All(ColorVision.Kinds, k => Assert.Equal(0, ColorVision.Distance(Rgb.Parse("#777777"), Rgb.Parse("#777777"), k), 1e-9));
        Assert.Equal(ColorVision.Lightness(Rgb.Parse("#777777")), ColorVision.Lightness(Rgb.Parse("#777777"), "deuteranopia"), 0.01);
        Assert.True(ColorVision.Distance(red, green, "deuteranopia") < ColorVision.Distance(red, green, "all cones") / 2);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Levels_are_evenly_spaced_and_ordered_by_lightness(string theme, string vision)
    {
        var levels = Of(theme).Sequential;
        var steps = levels.Zip(levels.Skip(1), (a, b) => ColorVision.Distance(a, b, vision)).ToArray();
        Assert.InRange(steps.Max() / steps.Min(), 1, vision == "all cones" ? 1.35 : 1.65);
        Assert.InRange(steps.Min(), 1.75, 3);
        var lightness = levels.Select(c => ColorVision.Lightness(c, vision)).ToArray();
        var signs = lightness.Zip(lightness.Skip(1), (a, b) => Math.Sign(b - a)).Distinct().ToArray();
        Assert.Equal([theme == "dark" ? 1 : -1], signs);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Differences_of_one_size_are_as_far_from_the_middle_on_both_sides_and_far_from_each_other(string theme, string vision)
    {
        var (steps, middle) = (Of(theme).Diverging, Palette.Steps / 2);
        for (var k = 1; k <= middle; k++)
        {
            var (less, more) = (ColorVision.Distance(steps[middle - k], steps[middle], vision), ColorVision.Distance(steps[middle + k], steps[middle], vision));
            Assert.InRange(Math.Abs(less - more), 0, vision == "all cones" ? 1 : 8);
            Assert.True(k < 4 || ColorVision.Distance(steps[middle - k], steps[middle + k], vision) > 9);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Categories_stay_apart(string theme, string vision)
    {
        var categories = Of(theme).Categorical;
        var pairs = categories.SelectMany((a, i) => categories.Skip(i + 1).Select(b => ColorVision.Distance(a, b, vision)));
        Assert.True(pairs.Min() >= 10, $"{pairs.Min()}");
    }

    [Fact]
    public void Printed_categories_and_levels_stay_apart_in_grey()
    {
        var order = Palette.Print.Categorical.Select(c => ColorVision.Lightness(c)).Order().ToArray();
        Assert.All(order.Zip(order.Skip(1)), p => Assert.True(p.Second - p.First >= 5.5));
        Assert.True(ColorVision.Lightness(Palette.Print.Paper) - ColorVision.Lightness(Palette.Print.Sequential[0]) >= 6);
        Assert.True(ColorVision.Lightness(Palette.Print.Paper) - ColorVision.Lightness(Palette.Print.Tint) >= 10);
    }

    private static Palette Of(string theme) => Palette.Of(Enum.Parse<Theme>(theme, ignoreCase: true));
}

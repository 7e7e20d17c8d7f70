using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

public class PaletteTests
{
    public static TheoryData<string> Themes => ["light", "dark", "print"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_level_is_further_from_the_paper_than_the_one_before(string theme)
    {
        var palette = Of(theme);
        var distances = palette.Sequential.Select(c => Math.Abs(LabLightness(c) - LabLightness(palette.Paper))).ToArray();
        Assert.All(distances.Zip(distances.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Steps_of_the_sequential_scale_look_equal(string theme)
    {
        var lightness = Of(theme).Sequential.Select(LabLightness).ToArray();
        var steps = lightness.Zip(lightness.Skip(1), (a, b) => Math.Abs(b - a)).ToArray();
        Assert.InRange(steps.Max() / steps.Min(), 1, 1.9);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Ink_on_cells_reaches_the_contrast_of_text(string theme)
    {
        var palette = Of(theme);
        Assert.All(palette.Sequential.Concat(palette.Diverging), c => Assert.True(c.ContrastWith(Palette.InkOn(c)) >= 4.5));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_reaches_the_contrast_of_text_and_marks_that_of_marks(string theme)
    {
        var palette = Of(theme);
        Assert.All([palette.Ink, palette.Muted, palette.Accent], c => Assert.True(c.ContrastWith(palette.Paper) >= 4.5));
        Assert.All(palette.Categorical, c => Assert.True(c.ContrastWith(palette.Paper) >= 3));
        Assert.True(palette.Ink.ContrastWith(palette.Tint) >= 4.5);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Differences_of_opposite_sign_are_equally_far_from_the_neutral_middle(string theme)
    {
        var palette = Of(theme);
        var middle = LabLightness(palette.Diverging[Palette.Steps / 2]);
        Assert.All(Enumerable.Range(1, Palette.Steps / 2), k => Assert.InRange(
            Math.Abs(LabLightness(palette.Diverging[(Palette.Steps / 2) - k]) - middle) - Math.Abs(LabLightness(palette.Diverging[(Palette.Steps / 2) + k]) - middle), -9, 9));
    }

    [Fact]
    public void Known_colours_come_out_of_the_conversion()
    {
        // Reference values of the CSS Color 4 specification.
        Assert.Equal("#ff0000", new Oklch(0.62796, 0.25768, 29.234).ToRgb().Hex);
        Assert.Equal("#008000", new Oklch(0.51975, 0.17686, 142.495).ToRgb().Hex);
        Assert.Equal("#ffffff", new Oklch(1, 0, 0).ToRgb().Hex);
        Assert.Equal(21, new Rgb(0, 0, 0).ContrastWith(new(255, 255, 255)), 6);
    }

    private static Palette Of(string theme) => Palette.Of(Enum.Parse<Theme>(theme, ignoreCase: true));

    // CIE L*, an independent measure of lightness: the scales are made in Oklab.
    private static double LabLightness(Rgb color) =>
        color.Luminance > 0.008856 ? (116 * Math.Cbrt(color.Luminance)) - 16 : 903.3 * color.Luminance;
}

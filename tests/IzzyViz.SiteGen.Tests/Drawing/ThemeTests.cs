using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Figures;
using IzzyViz.SiteGen.Figures.Lens;
using IzzyViz.Testing;
using Svg;
using SvgFile = Svg.SvgDocument;

namespace IzzyViz.SiteGen.Tests.Drawing;

public class ThemeTests
{
    public static TheoryData<string> Fixed => ["light", "dark", "print"];

    [Theory]
    [MemberData(nameof(Fixed))]
    public void A_fixed_theme_has_its_colours_and_no_others(string name)
    {
        var theme = Enum.Parse<Theme>(name, ignoreCase: true);
        var svg = FigureWriter.Standalone(Lens, theme);
        Assert.Contains($"--izv-paper:{Palette.Of(theme).Paper.Hex}", svg, StringComparison.Ordinal);
        Assert.Contains($"--izv-l31:{Palette.Of(theme).Sequential[31].Hex}", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_auto_follows_the_reader() => Assert.Contains("prefers-color-scheme:dark", FigureWriter.Standalone(Lens), StringComparison.Ordinal);

    [Fact]
    public void Printed_pages_have_the_colours_of_paper() =>
        Assert.Contains($"@media print{{:root:root{{--izv-ink:{Palette.Print.Ink.Hex}", FigureStyles.Css, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Themes_differ_in_colours_alone(string name)
    {
        var document = SvgFile.FromSvg<SvgFile>(FigureWriter.Standalone(Lens, Enum.Parse<Theme>(name, ignoreCase: true)));
        var light = SvgFile.FromSvg<SvgFile>(FigureWriter.Standalone(Lens, Theme.Light));
        Assert.Equal(light.Descendants().OfType<Svg.SvgPath>().Count(), document.Descendants().OfType<Svg.SvgPath>().Count());
        Assert.Equal(light.Descendants().OfType<SvgText>().Select(t => t.Text), document.Descendants().OfType<SvgText>().Select(t => t.Text));
    }

    [Fact]
    public void A_width_on_paper_is_the_size_of_the_file()
    {
        var document = SvgFile.FromSvg<SvgFile>(FigureWriter.Standalone(Lens, Theme.Print, 85));
        Assert.Equal((SvgUnitType.Millimeter, 85f), (document.Width.Type, document.Width.Value));
        Assert.Equal(document.ViewBox.Height / document.ViewBox.Width, document.Height.Value / document.Width.Value, 1e-3f);
    }

    private static Figure Lens { get; } = TableLensFigure.Draw(SampleMaps.Single(10, isCausal: true), TableLensOptions.Default);
}

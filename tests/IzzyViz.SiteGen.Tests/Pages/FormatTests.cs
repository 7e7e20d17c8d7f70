using System.Text;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Printing;
using IzzyViz.SiteGen.Publishing;
using IzzyViz.Testing;

namespace IzzyViz.SiteGen.Tests.Pages;

public class FormatTests
{
    [Theory]
    [InlineData("models/polarity/index.html")]
    [InlineData("models/index.html")]
    [InlineData("index.html")]
    public void A_format_asked_for_lies_beside_every_figure_and_is_linked_there(string page)
    {
        var files = Part(page, [FigureFormat.Pdf]);
        var figures = files.Keys.Where(n => n.EndsWith(".svg", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(figures);
        var html = Encoding.UTF8.GetString(files[page].Content.Span);
        Assert.All(figures.Select(f => Path.ChangeExtension(f, "pdf")), pdf =>
        {
            Assert.True(files[pdf].Content.Span.StartsWith("%PDF-"u8));
            Assert.Contains($"href=\"{Path.GetFileName(pdf)}\" download>PDF", html, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(".png", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_asks_for_none_has_svg_alone()
    {
        var files = Part("models/polarity/index.html", []);
        Assert.DoesNotContain(files.Keys, n => n.EndsWith(".pdf", StringComparison.Ordinal) || n.EndsWith(".png", StringComparison.Ordinal));
        Assert.DoesNotContain("download>PDF", Encoding.UTF8.GetString(files["models/polarity/index.html"].Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_and_fonts_are_part_of_what_makes_a_site_another()
    {
        var font = Path.Combine(Repository.Folder, "fonts", "inter", "inter-latin-400.woff");
        string?[] identities =
        [
            Output([]).Identity,
            Output([FigureFormat.Pdf]).Identity,
            Output([FigureFormat.Pdf, FigureFormat.Png]).Identity,
            Output([FigureFormat.Pdf], font).Identity,
        ];
        Assert.Equal(4, identities.Distinct().Count());
        Assert.Null(identities[0]);
        Assert.Equal(Output([FigureFormat.Png, FigureFormat.Pdf, FigureFormat.Svg]).Identity, identities[2]);
    }

    private static FigureOutput Output(FigureFormat[] formats, params string[] fonts) => FigureOutput.Of([.. formats], [.. fonts], new DiagnosticBag());

    private static Dictionary<string, SiteFile> Part(string name, FigureFormat[] formats)
    {
        var site = SampleSite.Assemble(SampleSite.Content with { Output = Output(formats) });
        return site.Parts.Single(p => p.Name.Value == name).Produce().ToDictionary(f => f.Path.Value, StringComparer.Ordinal);
    }
}

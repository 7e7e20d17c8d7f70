using System.Text;
using IzzyViz.SiteGen.Printing;
using IzzyViz.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace IzzyViz.SiteGen.Tests.Printing;

/// <summary>PdfPig, which knows nothing of our writer, reads what it wrote.</summary>
public class PdfTests
{
    public static TheoryData<double> Widths => [85, 174, 120.5];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_page_is_as_wide_as_was_asked(double millimetres)
    {
        using var document = PdfDocument.Open(Write(new() { Width = millimetres }));
        var page = document.GetPage(1);
        Assert.Equal(1, document.NumberOfPages);
        Assert.Equal(millimetres, page.Width / 72 * 25.4, 0.006);
        var scene = SiteGen.Figures.FigureWriter.Sheet(PrintedFigures.Lens);
        Assert.Equal(scene.Height / scene.Width, page.Height / page.Width, 1e-3);
    }

    [Fact]
    public void Without_a_width_a_pixel_is_a_96th_of_an_inch()
    {
        using var document = PdfDocument.Open(Write(FigureFileOptions.Default));
        Assert.Equal(SiteGen.Figures.FigureWriter.Sheet(PrintedFigures.Lens).Width * 0.75, document.GetPage(1).Width, 0.02);
    }

    [Fact]
    public void Text_is_found_as_it_was_written()
    {
        using var document = PdfDocument.Open(Write(FigureFileOptions.Default));
        var words = document.GetPage(1).GetWords().Select(w => w.Text).ToArray();
        Assert.All("Attention weights of head L1H1 attended attending lantern keeper 0.996 exponent masked".Split(' '), w => Assert.Contains(w, words));
    }

    [Fact]
    public void Fonts_are_embedded_in_part_and_as_outlines_not_as_procedures()
    {
        var bytes = Write(FigureFileOptions.Default);
        using var document = PdfDocument.Open(bytes);
        var fonts = document.GetPage(1).Letters.Select(l => l.FontName!).Distinct().ToArray();
        Assert.All(fonts, f => Assert.Matches("^[A-Z]{6}[+]Inter-(Regular|SemiBold)$", f));
        Assert.Equal(2, fonts.Length);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Equal(2, Count(text, "/FontFile2"));
        Assert.Equal(0, Count(text, "/Type3"));
        Assert.InRange(bytes.Length, 1, 40_000);
    }

    [Fact]
    public void The_same_figure_is_the_same_file_without_dates_and_ids()
    {
        var first = Write(new() { Width = 85 });
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(first, Write(new() { Width = 85 })));
        var text = Encoding.Latin1.GetString(first);
        Assert.All(["/CreationDate", "/ModDate", "/ID"], k => Assert.DoesNotContain(k, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Title_and_description_are_in_the_document()
    {
        using var document = PdfDocument.Open(Write(FigureFileOptions.Default));
        Assert.Equal(PrintedFigures.Lens.Title, document.Information.Title);
        Assert.Equal(PrintedFigures.Lens.Description, document.Information.Subject);
    }

    [Theory]
    [InlineData("head’s")]
    [InlineData("日本")]
    [InlineData("सत्य")]
    [InlineData("▁the")]
    public void Characters_of_other_glyphs_are_copied_as_they_were_written(string word)
    {
        using var document = PdfDocument.Open(FigureFiles.Write(PrintedFigures.OfText(word), FigureFormat.Pdf, FigureFileOptions.Default));
        var marked = string.Concat(All(document.GetPage(1).GetMarkedContents()).Select(m => m.ActualText));
        var plain = string.Concat(document.GetPage(1).Letters.Select(l => l.Value));
        Assert.All(word.EnumerateRunes(), r => Assert.True(marked.Contains(r.ToString(), StringComparison.Ordinal) || plain.Contains(r.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public void Masked_cells_are_lines_and_no_pixels()
    {
        using var document = PdfDocument.Open(Write(FigureFileOptions.Default));
        var page = document.GetPage(1);
        Assert.Empty(page.GetImages());
        Assert.True(page.Paths.Count(p => p.IsStroked) > 1 || page.Paths.Any(p => p.Count > 20));
        Assert.False(page.Dictionary.ContainsKey(NameToken.Create("Pattern")));
    }

    private static byte[] Write(FigureFileOptions options) => FigureFiles.Write(PrintedFigures.Lens, FigureFormat.Pdf, options);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static IEnumerable<MarkedContentElement> All(IEnumerable<MarkedContentElement> elements) =>
        elements.SelectMany(e => new[] { e }.Concat(All(e.Children)));
}

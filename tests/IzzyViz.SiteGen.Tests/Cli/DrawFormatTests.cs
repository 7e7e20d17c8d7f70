using IzzyViz.SiteGen.Cli;
using IzzyViz.Testing;
using SkiaSharp;
using UglyToad.PdfPig;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary><c>draw</c> to every kind of file.</summary>
public class DrawFormatTests
{
    private const string Arrays = """{ "tokens": ["守", "light", "house"], "matrix": [[0.2, 0.3, 0.5], [0.1, 0.8, 0.1], [0.4, 0.3, 0.3]] }""";

    [Theory]
    [InlineData("--columns", "1", 85)]
    [InlineData("--columns", "2", 174)]
    [InlineData("--width", "120mm", 120)]
    [InlineData("--width", "33.5", 33.5)]
    public async Task A_pdf_is_as_wide_as_was_asked(string option, string value, double millimetres)
    {
        using var folder = new TempFolder();
        var run = await DrawAsync(folder, "figure.pdf", option, value);
        Assert.Equal(ExitCode.Done, run.Exit);
        using var document = PdfDocument.Open(folder["figure.pdf"]);
        Assert.Equal(millimetres, document.GetPage(1).Width / 72 * 25.4, 0.01);
        Assert.Contains("house", document.GetPage(1).GetWords().Select(w => w.Text));
        Assert.Contains("U+5B88", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_too_small_to_read_is_said()
    {
        using var folder = new TempFolder();
        var run = await DrawAsync(folder, "figure.pdf", "--width", "20");
        Assert.Contains("IZV5093", run.Error, StringComparison.Ordinal);
        Assert.Contains("At 20 mm the smallest type of the figure has", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_png_has_the_dots_and_the_paper_asked_for()
    {
        using var folder = new TempFolder();
        Assert.Equal(ExitCode.Done, (await DrawAsync(folder, "figure.png", "--width", "85", "--dpi", "254", "--theme", "dark")).Exit);
        using var picture = SKBitmap.Decode(folder["figure.png"]);
        Assert.Equal(850, picture.Width);
        Assert.Equal("#ff101216", picture.GetPixel(1, 1).ToString());
    }

    [Theory]
    [InlineData("neither 1 nor 2", "--columns", "3")]
    [InlineData("no number from 10 to 2000", "--width", "wide")]
    [InlineData("no number from 10 to 2000", "--width", "5")]
    [InlineData("not both", "--width", "85", "--columns", "1")]
    [InlineData("not both", "--dpi", "300", "--pixel-scale", "2")]
    [InlineData("none of: auto, light, dark, print", "--theme", "sepia")]
    public async Task Options_that_make_no_sense_are_refused(string said, params string[] options)
    {
        using var folder = new TempFolder();
        var run = await DrawAsync(folder, "figure.pdf", options);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(said.Trim('\''), run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["figure.pdf"]));
    }

    [Fact]
    public async Task A_font_that_is_none_stops_the_drawing()
    {
        using var folder = new TempFolder();
        var run = await DrawAsync(folder, "figure.pdf", "--font", folder.Write("no.ttf", "text"));
        Assert.Equal(ExitCode.InvalidInput, run.Exit);
        Assert.Contains("IZV5091", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["figure.pdf"]));
    }

    private static Task<ToolRun> DrawAsync(TempFolder folder, string name, params string[] options) =>
        Tool.RunAsync(["draw", "self-attention", folder.Write("arrays.json", Arrays), "-o", folder[name], .. options]);
}

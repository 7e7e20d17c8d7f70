using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Printing;
using IzzyViz.Testing;
using SkiaSharp;

namespace IzzyViz.SiteGen.Tests.Printing;

public class FontTests
{
    private static readonly string Latin = Path.Combine(Repository.Folder, "fonts", "inter", "inter-latin-400.woff");

    [Fact]
    public void A_part_of_a_font_has_the_glyphs_asked_for_under_their_numbers_and_no_others()
    {
        var run = FontSet.Inter.FaceFor("a", isStrong: false)!.Shape("abc", 1000, isRightToLeft: false);
        var part = FontSubset.Of(run.Face.Face, run.Glyphs.Select(g => (uint)g.Id), "abc".Select(c => (uint)c));
        using var typeface = SKTypeface.FromData(SKData.CreateCopy(part));
        using var whole = new SKFont(run.Face.Typeface, 1000);
        using var cut = new SKFont(typeface, 1000);
        Assert.Equal("abc".Select(c => whole.GetGlyph(c)), "abc".Select(c => cut.GetGlyph(c)));
        Assert.Equal(0, cut.GetGlyph('d'));
        Assert.Equal(whole.MeasureText("abc"), cut.MeasureText("abc"));
        Assert.InRange(part!.Length, 1, 4_000);
    }

    [Fact]
    public void A_font_the_user_names_is_used_after_Inter()
    {
        var bag = new DiagnosticBag();
        var fonts = FontSet.With([Latin], bag);
        Assert.Empty(bag.Items);
        Assert.Same(FontSet.Inter.FaceFor("a", isStrong: false), fonts.FaceFor("a", isStrong: false));
        Assert.NotEqual(FontSet.Inter.Identity, fonts.Identity);
    }

    [Theory]
    [InlineData("none.ttf", null)]
    [InlineData("text.ttf", "not a font at all, but long enough to be taken for one")]
    [InlineData("short.woff", "wOFF")]
    [InlineData("damaged.woff", "wOFFxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void What_is_no_font_is_refused_by_name(string name, string? content)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, name);
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        var bag = new DiagnosticBag();
        var fonts = FontSet.With([path], bag);
        Assert.Equal("IZV5091", Assert.Single(bag.Items).Code);
        Assert.NotNull(fonts.FaceFor("a", isStrong: false));
    }

    [Fact]
    public void Damaged_packed_fonts_never_throw_anything_but_their_own_finding()
    {
        var bytes = File.ReadAllBytes(Latin);
        for (var i = 0; i < 400; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i % 340] ^= (byte)(1 << (i % 8));
            damaged[(i * 7919) % bytes.Length] ^= 0x55;
            var error = Record.Exception(() => Woff.ToSfnt(damaged));
            Assert.True(error is null or InvalidDataException, error?.ToString());
        }
    }
}

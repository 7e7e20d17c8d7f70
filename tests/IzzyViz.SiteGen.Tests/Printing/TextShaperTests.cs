using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Drawing;
using IzzyViz.SiteGen.Printing;

namespace IzzyViz.SiteGen.Tests.Printing;

public class TextShaperTests
{
    [Theory]
    [InlineData("abc", "000")]
    [InlineData("אבג", "111")]
    [InlineData("אב 12", "11122")]
    [InlineData("he said אבג now", "000000001110000")]
    [InlineData("אב abc", "111222")]
    [InlineData("ع 12", "1122")]
    [InlineData("אב-12%", "111222")]
    [InlineData("1.5 א", "22211")]
    [InlineData("price: 12 €", "00000000000")]
    public void Levels_are_those_of_the_bidirectional_algorithm(string text, string levels) => Assert.Equal(levels, string.Concat(BidiLevels.Of(text)));

    [Fact]
    public void Pieces_from_right_to_left_stand_in_reverse_and_numbers_in_them_do_not()
    {
        var pieces = new List<(string Text, int Level)> { ("A", 1), ("12", 2), ("B", 1), ("c", 0), ("D", 1) };
        Assert.Equal("B 12 A c D", string.Join(' ', BidiLevels.Reorder(pieces, p => p.Level).Select(p => p.Text)));
    }

    [Theory]
    [InlineData("Latin", 1)]
    [InlineData("Кириллица", 1)]
    [InlineData("Ελληνικά", 1)]
    [InlineData("▁word", 2)]
    [InlineData("<s>", 1)]
    [InlineData("Ġok", 2)]
    public void Scripts_of_Inter_are_set_in_it(string text, int runs)
    {
        var set = Shape(text);
        Assert.Equal(runs, set.Length);
        Assert.All(set, r => Assert.All(Assert.IsType<GlyphRun>(r).Glyphs, g => Assert.NotEqual(0, g.Id)));
    }

    [Fact]
    public void Widths_are_those_layout_counts_with_but_for_kerning()
    {
        foreach (var text in (string[])["Attention weights", "keeper", "0.875", "L11H3", "[CLS]"])
        {
            Assert.Equal(TextMeasure.Width(text, TextStyle.Label), Shape(text).Sum(r => r.Advance), 1.0);
        }
    }

    [Fact]
    public void Pairs_are_kerned() => Assert.True(Shape("AVAVAV").Sum(r => r.Advance) < TextMeasure.Width("AVAVAV", TextStyle.Label) - 2);

    [Fact]
    public void What_no_font_has_is_a_box_as_wide_as_layout_reserved()
    {
        var run = Assert.IsType<MissingRun>(Assert.Single(Shape("日")));
        Assert.Equal(TextMeasure.Width("日", TextStyle.Label), run.Advance, 1e-9);
        var digits = CodePointBox.Digits(run, FontSet.Inter.FaceFor("0", isStrong: false)!);
        Assert.Equal("65E5".Select(c => digits.Face.GlyphOf(new(c))), [digits.Glyphs[0].Id, digits.Glyphs[2].Id, digits.Glyphs[1].Id, digits.Glyphs[3].Id]);
        Assert.All(digits.Glyphs, g => Assert.Equal(0u, g.Cluster));
        Assert.All(digits.Glyphs, g => Assert.InRange(g.X + (digits.Size * 0.62), 0, run.Advance));
    }

    [Fact]
    public void Missing_characters_are_reported_once_with_what_to_do()
    {
        var bag = new DiagnosticBag();
        var fonts = FontSet.With([], bag);
        var shaper = new TextShaper(fonts);
        Assert.All(["日本", "日", "ok", "▁ok"], t => shaper.Shape(t, TextStyle.Label));
        fonts.Report(bag, "figure.json");
        var finding = Assert.Single(bag.Items);
        Assert.Equal("IZV5092", finding.Code);
        Assert.Contains("2 of the characters drawn, which are shown by their code points: U+65E5, U+672C.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_only_steer_others_are_not_shown() => Assert.DoesNotContain(Shape("a\u200Db\uFEFFc"), r => r is MissingRun { Text: not "\uFEFF" });

    private static System.Collections.Immutable.ImmutableArray<TextRun> Shape(string text) => new TextShaper(FontSet.Inter).Shape(text, TextStyle.Label);
}

using System.Text;
using CsCheck;
using IzzyViz.SiteGen.Drawing;

namespace IzzyViz.SiteGen.Tests.Drawing;

public class TextMeasureTests
{
    private static readonly TextStyle OneEm = new(1000);

    [Theory]
    [InlineData("A", 690)]
    [InlineData("AVA", 690 + 690 + 690)]
    [InlineData("é", 583)]
    [InlineData("守灯", 2000)]
    [InlineData("", 0)]
    public void Widths_are_those_of_the_font_or_of_the_script(string text, double expected) =>
        Assert.Equal(expected, TextMeasure.Width(text, OneEm), 6);

    [Fact]
    public void Combining_marks_and_joiners_add_nothing()
    {
        Assert.Equal(TextMeasure.Width("e", OneEm), TextMeasure.Width("e\u0301\u0323", OneEm));
        Assert.Equal(TextMeasure.Width("👩", OneEm), TextMeasure.Width("👩‍👩‍👧", OneEm));
        Assert.Equal(TextMeasure.Width("👩", OneEm), TextMeasure.Width("🇵🇹", OneEm));
    }

    [Fact]
    public void Strong_text_is_wider() => Assert.True(TextMeasure.Width("[CLS]", OneEm.Strong) > TextMeasure.Width("[CLS]", OneEm));

    [Fact]
    public void Cut_text_fits_and_breaks_no_grapheme() =>
        Gen.Select(AnyOf("👩‍👩‍👧", "e\u0301", "守", "W", "ي", "🇵🇹", "i").Array[0, 30].Select(string.Concat), Gen.Double[20, 300]).Sample((text, width) =>
        {
            var style = new TextStyle(12);
            var cut = TextMeasure.Cut(text, style, width);
            Assert.True(TextMeasure.Width(cut, style) <= width + 1e-9);
            if (cut != text)
            {
                var kept = cut[..^1];
                Assert.StartsWith(kept, text, StringComparison.Ordinal);
                Assert.Contains(kept.Length, System.Globalization.StringInfo.ParseCombiningCharacters(text).Append(text.Length));
            }
        });

    [Fact]
    public void Lines_keep_every_word_and_fit_where_words_do() =>
        AnyOf("a", "token", "attends", "masked").Array[1, 40].Sample(words =>
        {
            var style = TextStyle.Note;
            var lines = TextFlow.Lines(string.Join(' ', words), style, 120);
            Assert.Equal(words, lines.SelectMany(l => l.Split(' ')));
            Assert.All(lines, l => Assert.True(TextMeasure.Width(l, style) <= 120));
        });

    [Theory]
    [InlineData("##ال", true)]
    [InlineData("שלום", true)]
    [InlineData("a ال", false)]
    [InlineData("123", false)]
    public void The_first_letter_decides_the_direction(string text, bool isRightToLeft) =>
        Assert.Equal(isRightToLeft, TextClass.IsRightToLeft(text));

    [Fact]
    public void The_table_holds_a_width_for_every_character_of_its_runs()
    {
        var count = 0;
        foreach (var length in InterWidths.Lengths)
        {
            count += length;
        }

        Assert.Equal(count, InterWidths.Regular.Length);
        Assert.Equal(count, InterWidths.SemiBold.Length);
        Assert.True(new Rune(0x2026) is var ellipsis && TextMeasure.Width(ellipsis.ToString(), OneEm) > 0);
    }

    private static Gen<string> AnyOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}

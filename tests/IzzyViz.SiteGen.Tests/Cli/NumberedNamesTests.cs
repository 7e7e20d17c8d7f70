using IzzyViz.SiteGen.Structures;

namespace IzzyViz.SiteGen.Tests.Cli;

public sealed class NumberedNamesTests
{
    [Theory]
    [InlineData("0–3", 0, 1, 2, 3)]
    [InlineData("0–1", 0, 1)]
    [InlineData("5", 5)]
    [InlineData("0–1, 3", 0, 1, 3)]
    [InlineData("0, 6", 0, 6)]
    [InlineData("5, 11, 17 … 29", 5, 11, 17, 23, 29)]
    [InlineData("0–4, 6–10", 0, 1, 2, 3, 4, 6, 7, 8, 9, 10)]
    public void Numbers_become_ranges(string expected, params int[] numbers) => Assert.Equal(expected, NumberRanges.Of([.. numbers.Select(n => (long)n)]));

    [Theory]
    [InlineData("/layers.{0–2}/Softmax_output_0", "/layers.0/Softmax_output_0", "/layers.1/Softmax_output_0", "/layers.2/Softmax_output_0")]
    [InlineData("past.{0–1}/layer.{0–1}.key", "past.0/layer.0.key", "past.1/layer.1.key")]
    [InlineData("Softmax:0 and 2 more", "Softmax:0", "Softmax_1:0", "Softmax_2:0")]
    [InlineData("a.1.0 and 2 more", "a.1.0", "a.1.1", "a.2.0")]
    [InlineData("a00 and 1 more", "a00", "a01")]
    [InlineData("a1 and 1 more", "a1", "a0")]
    [InlineData("a", "a", "a")]
    [InlineData("a99999999999999999999 and 1 more", "a99999999999999999999", "a99999999999999999998")]
    public void Names_are_told_together_only_where_that_says_exactly_which_they_are(string expected, params string[] names) =>
        Assert.Equal(expected, NumberedNames.Of(names));

    [Theory]
    [InlineData(9, "abcdefghi")]
    [InlineData(8, "abcd…ghi")]
    [InlineData(5, "ab…hi")]
    public void Both_ends_of_a_name_are_kept(int room, string expected) => Assert.Equal(expected, CellText.Shortened("abcdefghi", room));

    [Fact]
    public void Wide_characters_count_twice_and_are_not_cut_apart()
    {
        Assert.Equal("注…器", CellText.Shortened("注意机制模型器", 5));
        Assert.Equal("😀…😀", CellText.Shortened("😀😀😀😀😀", 5));
    }
}
